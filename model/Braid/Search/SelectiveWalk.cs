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
        intended = Intend(pilot.Movers);
    }

    protected override int Pick(Execution run, ulong enabled)
    {
        if (place == 0) return Any(enabled);
        var selected = SelectedOf(run, enabled);
        Admit(selected);
        var free = enabled & ~selected;
        if (intended != Nobody) free |= enabled & (1UL << intended);
        if (free != 0) return Any(free);
        return intended = Intend(selected);
    }

    protected override void Taken(Execution run, int mover, ulong enabled)
    {
        if (place == 0 || SelectedOf(run, 1UL << mover) == 0) return;
        left[mover] = Math.Max(left[mover] - pilot.Schedules, 0);
        intended = Intend(pilot.Movers);
    }

    /// <summary>
    /// Who stands before a selected operation has at least one left, whatever the pilot saw; with that weight it takes part in the draw.
    /// Otherwise orders that no schedule of the pilot had could have no chance at all.
    /// </summary>
    private void Admit(ulong selected)
    {
        for (var rest = selected; rest != 0; rest &= rest - 1)
        {
            var mover = BitOperations.TrailingZeroCount(rest);
            var more = pilot.Schedules - left[mover];
            if (more <= 0) continue;
            left[mover] += more;
            if (intended != mover && Random.Below((uint)Total(pilot.Movers)) < more) intended = mover;
        }
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

    /// <summary>One of <paramref name="among"/>, as likely as it has selected operations left.</summary>
    private int Intend(ulong among)
    {
        var total = Total(among);
        if (total == 0) return Nobody;
        var drawn = (long)Random.Below((uint)total);
        var at = among;
        while (true)
        {
            var mover = BitOperations.TrailingZeroCount(at);
            drawn -= left[mover];
            if (drawn < 0) return mover;
            at &= at - 1;
        }
    }

    private long Total(ulong among)
    {
        var total = 0L;
        for (var rest = among; rest != 0; rest &= rest - 1) total += left[BitOperations.TrailingZeroCount(rest)];
        return total;
    }
}
