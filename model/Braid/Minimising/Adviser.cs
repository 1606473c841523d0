using System.Numerics;

namespace Braid;

/// <summary>
/// Takes decisions as advised and notes what was really done. Advice that cannot be taken is skipped; after the last of it the running thread
/// goes on as long as it can.
/// </summary>
internal sealed class Adviser : Chooser
{
    private readonly List<Decision> taken = [];
    private readonly List<int> preemptionsBefore = [];
    private IReadOnlyList<Decision> advice = [];
    private int at;
    private int last;

    /// <summary>How often the turn was taken from a thread that could have gone on.</summary>
    public int Preemptions { get; private set; }

    /// <summary>What was really done: threads and choices only.</summary>
    public IReadOnlyList<Decision> Taken => [.. taken];

    /// <summary>How often that was so in the first <paramref name="steps"/> decisions.</summary>
    public int PreemptionsIn(int steps) => steps < preemptionsBefore.Count ? preemptionsBefore[steps] : Preemptions;

    public void Advise(IReadOnlyList<Decision> next) => advice = next;

    public override void Begin(Execution run)
    {
        taken.Clear();
        preemptionsBefore.Clear();
        (at, last, Preemptions) = (0, -1, 0);
    }

    public override int Next(Execution run, ulong enabled)
    {
        var canGoOn = last >= 0 && (enabled >> last & 1) != 0;
        int? choice = null;
        var next = canGoOn ? last : BitOperations.TrailingZeroCount(enabled);
        while (at < advice.Count)
        {
            var wanted = advice[at++];
            var mover = run.MoverOf(in wanted);
            if (mover < 0 || (enabled >> mover & 1) == 0) continue;
            (next, choice) = (mover, wanted.Choice);
            break;
        }
        preemptionsBefore.Add(Preemptions);
        var isBuffer = (run.Buffers >> next & 1) != 0;
        if (canGoOn && next != last && !isBuffer) Preemptions++;
        taken.Add(run.DecisionOf(next, choice));
        if (!isBuffer) last = next;
        return next;
    }

    public override int Choose(Execution run, int count)
    {
        var choice = taken[^1].Choice is { } wanted && wanted >= 0 && wanted < count ? wanted : 0;
        taken[^1] = taken[^1] with { Choice = choice };
        return choice;
    }
}
