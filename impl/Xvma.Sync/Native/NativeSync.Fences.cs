using System.Runtime.CompilerServices;

namespace Xvma.Sync;

public readonly partial struct NativeSync
{
    /// <inheritdoc/>
    public static void Fence() => Interlocked.MemoryBarrier();

    /// <inheritdoc/>
    /// <remarks>On x64 this emits no instruction; it only pins the order in which the compiler emits its neighbours.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FenceLight() => Volatile.ReadBarrier();

    /// <inheritdoc/>
    public static void FenceHeavy() => Interlocked.MemoryBarrierProcessWide();
}
