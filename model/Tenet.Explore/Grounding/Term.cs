namespace Tenet.Explore;

/// <summary>A value without variables: known, a cell's, or chosen by a condition.</summary>
internal abstract record Term
{
    /// <summary>Its value in a state given as the value of each cell.</summary>
    public abstract int Value(ReadOnlySpan<int> values);
}

/// <summary>A value that is known.</summary>
internal sealed record KnownTerm(int Known) : Term
{
    public override int Value(ReadOnlySpan<int> values) => Known;
}

/// <summary>What a cell holds.</summary>
internal sealed record CellTerm(int Cell) : Term
{
    public override int Value(ReadOnlySpan<int> values) => values[Cell];
}

/// <summary>One of two values.</summary>
internal sealed record ChoiceTerm(Node Condition, Term Then, Term Otherwise) : Term
{
    public override int Value(ReadOnlySpan<int> values) => (Condition.Holds(values) ? Then : Otherwise).Value(values);
}
