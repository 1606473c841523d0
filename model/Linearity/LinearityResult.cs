namespace Linearity;

/// <summary>What a check found.</summary>
/// <typeparam name="TArgument">What is asked.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
public sealed record LinearityResult<TArgument, TResult>
{
    /// <summary>Whether there is an order of the calls that respects real time and that the model agrees with.</summary>
    public bool IsLinearizable => Counterexample is null;

    /// <summary>Why not, or null.</summary>
    public required Counterexample<TArgument, TResult>? Counterexample { get; init; }

    /// <summary>For each part such an order, as indices of calls; pending calls that need not have taken effect are left out. Empty on failure.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Orders { get; init; }

    /// <summary>Parts that were found linearizable.</summary>
    public required int Parts { get; init; }

    /// <summary>Configurations met: the size of the search.</summary>
    public required long Configurations { get; init; }
}
