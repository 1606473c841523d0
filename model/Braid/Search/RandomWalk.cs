namespace Braid;

/// <summary>Every decision uniformly at random.</summary>
/// <remarks>
/// A mover is drawn out of all there are, and again if it cannot move: each that can is as likely as the others, and who is drawn first need not be known
/// to be able to. Not so with a bound on preemptions or with store buffers, where few of all can move.
/// </remarks>
internal sealed class RandomWalk(ulong seed, int? preemptionBound) : Walk(seed, preemptionBound)
{
    private const int Nobody = -1;

    private readonly bool isBounded = preemptionBound is not null;

    /// <summary>Drawn before it was known whether it can move.</summary>
    private int drawn = Nobody;

    public override bool DrawsBlindly => !isBounded;

    public override void Start(long schedule)
    {
        base.Start(schedule);
        drawn = Nobody;
    }

    protected override int Pick(Execution run, ulong enabled)
    {
        if (isBounded || run.IsBuffered) return Any(enabled);
        var movers = (uint)run.Names.Count;
        var next = drawn == Nobody ? (int)Random.Below(movers) : drawn;
        while ((enabled >> next & 1) == 0) next = (int)Random.Below(movers);
        drawn = (run.Behind >> next & 1) != 0 ? next : Nobody;
        return next;
    }
}
