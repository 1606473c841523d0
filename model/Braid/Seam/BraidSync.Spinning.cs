namespace Braid;

public readonly partial struct BraidSync
{
    /// <inheritdoc/>
    /// <remarks>
    /// What a failed attempt may do is checked where cells show it. That it leaves no trace in a local variable is the caller's promise: a condition
    /// that counts its attempts is taken for one that would answer the same for ever.
    /// </remarks>
    public static void SpinUntil<TState>(TState state, Func<TState, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var run = Execution.Current;
        while (!run.Attempt(state, condition))
        {
            // Each attempt after a failed one waits by itself: its first step comes once something that the failed one saw has changed.
        }
    }
}
