namespace Xvma.Sync;

/// <summary>
/// The production instantiation with every operation on a cell shown to an observer, for recording a run. Machines over it behave as production's do and are much
/// slower; machines over <see cref="NativeSync"/> pay nothing for its being there.
/// </summary>
public readonly partial struct RecordingSync : ISync
{
    /// <summary>Lets an observer see what happens from now on in all machines over this instantiation; nobody when null.</summary>
    /// <exception cref="InvalidOperationException">Another one does: one at a time in a process.</exception>
    public static void Observe(ISyncObserver? observer) => RecordedCells.Observe(observer);

    /// <inheritdoc/>
    public static bool IsObserved => RecordedCells.IsObserved;

    /// <inheritdoc/>
    /// <remarks>An observer is shown what a cell holds as an object.</remarks>
    public static bool IsPlain => false;

    /// <inheritdoc/>
    public static void Tell<T>(T what)
        where T : notnull => RecordedCells.Tell(what);

    /// <inheritdoc/>
    public static T Share<TState, T>(TState state, Func<TState, T> create)
        where T : class => NativeSync.Share(state, create);

    /// <inheritdoc/>
    public static int Choose(int count, CellName name) => NativeSync.Choose(count, name);

    /// <inheritdoc/>
    public static void Yield() => NativeSync.Yield();

    /// <inheritdoc/>
    public static void SpinUntil<TState>(TState state, Func<TState, bool> condition) => NativeSync.SpinUntil(state, condition);

    /// <inheritdoc/>
    public static long Now() => NativeSync.Now();

    /// <inheritdoc/>
    public static void Delay(long nanoseconds) => NativeSync.Delay(nanoseconds);

    /// <inheritdoc/>
    public static void Fence() => NativeSync.Fence();

    /// <inheritdoc/>
    public static void FenceLight() => NativeSync.FenceLight();

    /// <inheritdoc/>
    public static void FenceHeavy() => NativeSync.FenceHeavy();
}
