namespace Linearity;

/// <summary>A model in which a state allows one answer only.</summary>
/// <typeparam name="TState">The object's state: immutable.</typeparam>
/// <typeparam name="TArgument">What is asked.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
public abstract class DeterministicModel<TState, TArgument, TResult> : SequentialModel<TState, TArgument, TResult>
{
    /// <summary>The answer and the state after it.</summary>
    public abstract (TResult Result, TState After) Apply(TState before, TArgument argument);

    /// <inheritdoc/>
    public sealed override IEnumerable<(TResult Result, TState After)> Outcomes(TState before, TArgument argument) => [Apply(before, argument)];

    /// <inheritdoc/>
    public sealed override bool TryApply(TState before, TArgument argument, TResult result, out TState after)
    {
        (var right, after) = Apply(before, argument);
        return Results.Equals(right, result);
    }
}
