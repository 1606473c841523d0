namespace Braid;

/// <summary>Draws schedules by number: the same number gives the same schedule, whoever runs it.</summary>
internal abstract class Sampler(ulong seed, int? preemptionBound) : Chooser
{
    private readonly int bound = preemptionBound ?? -1;
    private int last;
    private int preemptions;

    protected SplitMix Random;

    /// <summary>Prepares for schedule number <paramref name="schedule"/>.</summary>
    public virtual void Start(long schedule)
    {
        Random = new(SplitMix.Mix(seed, (ulong)schedule));
        last = -1;
        preemptions = 0;
    }

    public sealed override int Next(Execution run, ulong enabled)
    {
        var canGoOn = last >= 0 && (enabled >> last & 1) != 0;
        if (canGoOn && preemptions == bound)
        {
            if ((enabled & run.Buffers) == 0) return last;
            enabled = (1UL << last) | (enabled & run.Buffers);
        }

        var next = Pick(run, enabled);
        if ((run.Buffers >> next & 1) != 0) return next;
        if (canGoOn && next != last) preemptions++;
        return last = next;
    }

    public sealed override int Choose(Execution run, int count) => (int)Random.Below((uint)count);

    /// <summary>Who moves, when the preemption bound leaves the choice.</summary>
    protected abstract int Pick(Execution run, ulong enabled);
}
