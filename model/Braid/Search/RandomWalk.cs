namespace Braid;

/// <summary>Every decision uniformly at random.</summary>
internal sealed class RandomWalk(ulong seed, int? preemptionBound) : Walk(seed, preemptionBound)
{
    protected override int Pick(Execution run, ulong enabled) => Any(enabled);
}
