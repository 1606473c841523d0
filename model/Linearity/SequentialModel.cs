namespace Linearity;

/// <summary>What an object must answer when its calls come one after the other.</summary>
/// <typeparam name="TState">The object's state: immutable, compared by <see cref="States"/>.</typeparam>
/// <typeparam name="TArgument">What is asked.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
public abstract class SequentialModel<TState, TArgument, TResult>
{
    private static readonly object Whole = new();

    /// <summary>The state before the first call.</summary>
    public abstract TState Initial { get; }

    /// <summary>When two states are the same one; what answers no further call differently may be.</summary>
    public virtual IEqualityComparer<TState> States => EqualityComparer<TState>.Default;

    /// <summary>When two answers are the same one.</summary>
    public virtual IEqualityComparer<TResult> Results => EqualityComparer<TResult>.Default;

    /// <summary>
    /// The answers that are right in a state, each with the state after it; none when the call cannot take effect there (a lock that is held).
    /// Finite: it is asked for calls of which no answer is known, and for explanations.
    /// </summary>
    public abstract IEnumerable<(TResult Result, TState After)> Outcomes(TState before, TArgument argument);

    /// <summary>Whether an answer is right in a state, and the state after it.</summary>
    public virtual bool TryApply(TState before, TArgument argument, TResult result, out TState after)
    {
        foreach (var outcome in Outcomes(before, argument))
        {
            if (!Results.Equals(outcome.Result, result)) continue;
            after = outcome.After;
            return true;
        }

        after = before;
        return false;
    }

    /// <summary>
    /// The part of the object that a call is about. Parts must be independent, so that a history is linearizable exactly when its calls on each part
    /// are; then each part starts in <see cref="Initial"/> and is checked by itself.
    /// </summary>
    public virtual object PartitionOf(TArgument argument) => Whole;
}
