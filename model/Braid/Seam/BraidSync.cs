using Xvma.Sync;

namespace Braid;

/// <summary>
/// The controlled instantiation of the seam: a slot holds the identity of a cell, its value lives in the explorer of the calling
/// operating-system thread, and every member is a scheduling point unless said otherwise.
/// </summary>
public readonly partial struct BraidSync : ISync
{
    /// <inheritdoc/>
    public static T Share<TState, T>(TState state, Func<TState, T> create)
        where T : class => Execution.Current.Share(state, create);

    /// <inheritdoc/>
    public static int Choose(int count, CellName name) => Execution.Current.Choose(count, in name);

    /// <inheritdoc/>
    /// <remarks>No scheduling point.</remarks>
    public static void Yield() => Execution.Current.Yield();

    /// <inheritdoc/>
    /// <remarks>No scheduling point: time passes only when nobody can move.</remarks>
    public static long Now() => Execution.Current.Now();

    /// <inheritdoc/>
    public static void Delay(long nanoseconds) => Execution.Current.Delay(nanoseconds);

    /// <inheritdoc/>
    /// <remarks>No scheduling point under sequential consistency.</remarks>
    public static void Fence() => Execution.Current.Fence(OperationKind.Fence);

    /// <inheritdoc/>
    /// <remarks>No scheduling point under sequential consistency.</remarks>
    public static void FenceLight() => Execution.Current.Fence(OperationKind.FenceLight);

    /// <inheritdoc/>
    /// <remarks>No scheduling point under sequential consistency.</remarks>
    public static void FenceHeavy() => Execution.Current.Fence(OperationKind.FenceHeavy);
}
