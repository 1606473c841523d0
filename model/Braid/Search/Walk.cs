using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Braid;

/// <summary>Draws one decision after the other, within a bound on preemptions if there is one.</summary>
/// <param name="seed">Seed of all schedules.</param>
/// <param name="preemptionBound">Largest number of preemptions, or null.</param>
internal abstract class Walk(ulong seed, int? preemptionBound) : Sampler
{
    private readonly int bound = preemptionBound ?? -1;
    private int last;
    private int preemptions;

    protected SplitMix Random;

    public override void Start(long schedule)
    {
        Random = new(SplitMix.Mix(seed, (ulong)schedule));
        last = -1;
        preemptions = 0;
    }

    public sealed override int Next(Execution run, ulong enabled)
    {
        var canGoOn = last >= 0 && (enabled >> last & 1) != 0;
        if (canGoOn && preemptions == bound) enabled = (1UL << last) | (enabled & run.Buffers);
        var next = Pick(run, enabled);
        Taken(run, next, enabled);
        if ((run.Buffers >> next & 1) != 0) return next;
        if (canGoOn && next != last) preemptions++;
        return last = next;
    }

    public sealed override int Choose(Execution run, int count) => (int)Random.Below((uint)count);

    /// <summary>Who moves, of those who may.</summary>
    protected abstract int Pick(Execution run, ulong enabled);

    /// <summary>Told who moves, before the move.</summary>
    protected virtual void Taken(Execution run, int mover, ulong enabled)
    {
    }

    /// <summary>One of <paramref name="movers"/>, each as likely as the others.</summary>
    protected int Any(ulong movers)
    {
        var skip = (int)Random.Below((uint)BitOperations.PopCount(movers));
        if (Bmi2.X64.IsSupported) return BitOperations.TrailingZeroCount(Bmi2.X64.ParallelBitDeposit(1UL << skip, movers));
        for (; skip > 0; skip--) movers &= movers - 1;
        return BitOperations.TrailingZeroCount(movers);
    }
}
