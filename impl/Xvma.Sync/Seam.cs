using System.Runtime.CompilerServices;

namespace Xvma.Sync;

/// <summary>Fences and the other operations of the seam that belong to no cell.</summary>
public static class Seam<TSync>
    where TSync : struct, ISync
{
    /// <inheritdoc cref="ISync.Share{TState, T}"/>
    public static T Share<TState, T>(TState state, Func<TState, T> create)
        where T : class => TSync.Share(state, create);

    /// <inheritdoc cref="ISync.Choose"/>
    public static int Choose(int count, CellName name) => TSync.Choose(count, name);

    /// <inheritdoc cref="ISync.Yield"/>
    public static void Yield() => TSync.Yield();

    /// <inheritdoc cref="ISync.SpinUntil{TState}"/>
    public static void SpinUntil<TState>(TState state, Func<TState, bool> condition) => TSync.SpinUntil(state, condition);

    /// <inheritdoc cref="ISync.Now"/>
    public static long Now() => TSync.Now();

    /// <inheritdoc cref="ISync.Delay"/>
    public static void Delay(long nanoseconds) => TSync.Delay(nanoseconds);

    /// <inheritdoc cref="ISync.Fence"/>
    public static void Fence() => TSync.Fence();

    /// <inheritdoc cref="ISync.FenceLight"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FenceLight() => TSync.FenceLight();

    /// <inheritdoc cref="ISync.FenceHeavy"/>
    public static void FenceHeavy() => TSync.FenceHeavy();
}
