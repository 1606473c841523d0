using System.Numerics;

namespace Braid;

/// <summary>Every decision uniformly at random.</summary>
internal sealed class RandomWalk(ulong seed, int? preemptionBound) : Sampler(seed, preemptionBound)
{
    protected override int Pick(Execution run, ulong enabled)
    {
        for (var skip = Random.Below((uint)BitOperations.PopCount(enabled)); skip > 0; skip--) enabled &= enabled - 1;
        return BitOperations.TrailingZeroCount(enabled);
    }
}
