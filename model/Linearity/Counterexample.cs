namespace Linearity;

/// <summary>The shortest prefix of a history that no order of the calls explains.</summary>
/// <typeparam name="TArgument">What is asked.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
public sealed record Counterexample<TArgument, TResult>
{
    /// <summary>The prefix, ending in the response that nothing explains.</summary>
    public required History<TArgument, TResult> History { get; init; }

    /// <summary>Number of events of the prefix.</summary>
    public int Events => History.Events.Count;

    /// <summary>The call answered there.</summary>
    public required int Operation { get; init; }

    /// <summary>The part of the object it is about.</summary>
    public required object Part { get; init; }

    /// <summary>The calls on that part, by index.</summary>
    public required IReadOnlyList<int> Calls { get; init; }

    /// <summary>
    /// For each call of which another answer alone would make the prefix linearizable, those answers. Asked for the last answers only.
    /// </summary>
    public required IReadOnlyDictionary<int, IReadOnlyList<TResult>> Alternatives { get; init; }
}
