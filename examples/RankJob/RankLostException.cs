using Xvma;

namespace RankJob;

/// <summary>A rank has ended, and another has met that: what it reached for in that rank's memory is a bus error.</summary>
/// <param name="rank">Who has ended; the rank that meets it, when it was killed itself.</param>
/// <param name="cause">What the instruction ended in.</param>
public sealed class RankLostException(int rank, FaultCause cause) : Exception($"Rank {rank} has ended ({cause}).")
{
    /// <summary>Who has ended.</summary>
    public int Rank { get; } = rank;

    /// <summary>What the instruction ended in.</summary>
    public FaultCause Cause { get; } = cause;
}
