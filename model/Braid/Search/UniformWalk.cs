using System.Numerics;

namespace Braid;

/// <summary>
/// Uniform random walk (Zhao, Wolff, Mathur, Roychoudhury: "Selectively uniform concurrency testing", ASPLOS 2025, algorithm URW): a mover is
/// drawn as likely as it has steps left. As many interleavings begin with a thread, of those left, as it has a share in the steps left;
/// so all are equally likely, as long as nobody waits and the numbers of steps are right.
/// </summary>
/// <remarks>
/// The numbers are means over the pilot's schedules, kept as sums so that nothing is rounded. One who goes on beyond its number has one step left.
/// A store buffer that is empty cannot be drawn: its steps count for its thread, as those of a thread not yet started do for the one that starts it.
/// </remarks>
internal sealed class UniformWalk(ulong seed, int? preemptionBound, Pilot pilot) : Walk(seed, preemptionBound)
{
    private readonly long[] left = new long[Stage.MaxThreads];

    public override void Start(long schedule)
    {
        base.Start(schedule);
        pilot.Steps.CopyTo(left);
    }

    protected override int Pick(Execution run, ulong enabled)
    {
        Span<long> weights = stackalloc long[Stage.MaxThreads];
        var total = 0L;
        for (var rest = enabled; rest != 0; rest &= rest - 1)
        {
            var mover = BitOperations.TrailingZeroCount(rest);
            total += weights[mover] = WeightOf(run, mover, enabled);
        }

        var drawn = (long)Random.Below((uint)total);
        var at = enabled;
        while (true)
        {
            var mover = BitOperations.TrailingZeroCount(at);
            drawn -= weights[mover];
            if (drawn < 0) return mover;
            at &= at - 1;
        }
    }

    protected override void Taken(Execution run, int mover, ulong enabled) => left[mover] -= pilot.Schedules;

    private long WeightOf(Execution run, int mover, ulong enabled)
    {
        var own = Math.Max(left[mover], pilot.Schedules);
        if (!run.IsBuffered || mover >= run.BufferOffset) return own;
        var buffer = mover + run.BufferOffset;
        return (enabled >> buffer & 1) != 0 ? own : own + Math.Max(left[buffer], 0);
    }
}
