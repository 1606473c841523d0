namespace Tenet.Explore;

/// <summary>Something wrong with a state or a step, as the search notes it.</summary>
/// <param name="Kind">What.</param>
/// <param name="State">The number of the state; of a step the state before it.</param>
/// <param name="Rank">Steps to where it shows.</param>
/// <param name="Index">Of an invariant its position; of a step its ground action.</param>
/// <param name="Words">The state's words.</param>
internal sealed record Fault(FaultKind Kind, uint State, int Rank, int Index, ulong[] Words) : IComparable<Fault>
{
    /// <summary>The nearest first; then an order that does not depend on who found it when.</summary>
    public int CompareTo(Fault? other)
    {
        if (other is null) return -1;
        var byRank = (Rank, Kind, Index).CompareTo((other.Rank, other.Kind, other.Index));
        return byRank != 0 ? byRank : Words.AsSpan().SequenceCompareTo(other.Words);
    }

    public static Fault? Nearest(Fault? a, Fault? b) => a is null ? b : a.CompareTo(b) <= 0 ? a : b;
}

internal enum FaultKind
{
    Invariant,
    Step,
    Deadlock,
}
