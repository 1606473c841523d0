using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Braid;

/// <summary>Every decision uniformly at random.</summary>
internal sealed class RandomWalk(ulong seed, int? preemptionBound) : Sampler(seed, preemptionBound)
{
    protected override int Pick(Execution run, ulong enabled)
    {
        var skip = (int)Random.Below((uint)BitOperations.PopCount(enabled));
        if (Bmi2.X64.IsSupported) return BitOperations.TrailingZeroCount(Bmi2.X64.ParallelBitDeposit(1UL << skip, enabled));
        for (; skip > 0; skip--) enabled &= enabled - 1;
        return BitOperations.TrailingZeroCount(enabled);
    }
}
