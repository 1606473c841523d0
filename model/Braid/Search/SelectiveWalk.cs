using System.Numerics;

namespace Braid;

/// <summary>
/// Selectively uniform random walk (Zhao, Wolff, Mathur, Roychoudhury: "Selectively uniform concurrency testing", ASPLOS 2025, algorithm SURW).
/// Of the operations selected, who performs the next one is drawn as likely as it has some left; until it has, the others wait before theirs.
/// All else goes on as a random walk.
/// </summary>
/// <remarks>
/// Selected are, for each schedule anew, the operations on one place that at least two threads touched in the pilot's schedules and one of them
/// changed. When nobody but those who wait can move, the one to go first is drawn among them.
/// </remarks>
internal sealed class SelectiveWalk(ulong seed, int? preemptionBound, Pilot pilot) : Walk(seed, preemptionBound)
{
    private const int Nobody = -1;

    private readonly long[] left = new long[Stage.MaxThreads];
    private int place;
    private int intended;

    public override void Start(long schedule)
    {
        base.Start(schedule);
        intended = Nobody;
        place = 0;
        if (pilot.Places.Count == 0) return;
        var (drawn, operations) = pilot.Places[(int)Random.Below((uint)pilot.Places.Count)];
        place = drawn;
        operations.CopyTo(left, 0);
        intended = Intend(ulong.MaxValue);
    }

    protected override int Pick(Execution run, ulong enabled)
    {
        if (place == 0) return Any(enabled);
        var selected = SelectedOf(run, enabled);
        var free = enabled & ~selected;
        if (intended != Nobody) free |= enabled & (1UL << intended);
        if (free != 0) return Any(free);
        return intended = Intend(selected);
    }

    protected override void Taken(Execution run, int mover, ulong enabled)
    {
        if (place == 0 || SelectedOf(run, 1UL << mover) == 0) return;
        left[mover] = Math.Max(left[mover] - pilot.Schedules, 0);
        intended = Intend(ulong.MaxValue);
    }

    /// <summary>Those who are about to perform a selected operation.</summary>
    private ulong SelectedOf(Execution run, ulong movers)
    {
        var selected = 0UL;
        var step = default(Step);
        for (var rest = movers; rest != 0; rest &= rest - 1)
        {
            var mover = BitOperations.TrailingZeroCount(rest);
            if (run.Pending[mover].Location != place) continue;
            run.Describe(mover, ref step);
            if (step.Location == place && step.Access > Access.Forwarded) selected |= 1UL << mover;
        }

        return selected;
    }

    /// <summary>One of <paramref name="among"/>, as likely as it has selected operations left; of those who are there, each has at least one.</summary>
    private int Intend(ulong among)
    {
        var least = among == ulong.MaxValue ? 0 : pilot.Schedules;
        var total = 0L;
        for (var rest = among & pilot.Movers; rest != 0; rest &= rest - 1) total += Math.Max(left[BitOperations.TrailingZeroCount(rest)], least);
        if (total == 0) return Nobody;
        var drawn = (long)Random.Below((uint)total);
        var at = among & pilot.Movers;
        while (true)
        {
            var mover = BitOperations.TrailingZeroCount(at);
            drawn -= Math.Max(left[mover], least);
            if (drawn < 0) return mover;
            at &= at - 1;
        }
    }
}
