using System.Runtime.CompilerServices;

namespace Xvma.Sync;

public readonly partial struct NativeSync
{
    /// <inheritdoc/>
    public static object CreateTally(int counters, CellName name) => new NativeTally(counters);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(object tally, int counter) => Unsafe.As<NativeTally>(tally).Count(counter);

    /// <inheritdoc/>
    public static long ReadTally(object tally, int counter) => Unsafe.As<NativeTally>(tally).Read(counter);
}
