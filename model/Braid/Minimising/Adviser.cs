using System.Numerics;

namespace Braid;

/// <summary>
/// Takes decisions as advised and notes what was really done. Advice that cannot be taken is skipped; after the last of it the running thread
/// goes on as long as it can.
/// </summary>
internal sealed class Adviser : Chooser
{
    private readonly List<Decision> taken = [];
    private IReadOnlyList<Decision> advice = [];
    private int at;

    /// <summary>How often the turn was taken from a thread that could have gone on.</summary>
    public int Preemptions { get; private set; }

    /// <summary>What was really done: threads and choices only.</summary>
    public IReadOnlyList<Decision> Taken => [.. taken];

    public void Advise(IReadOnlyList<Decision> next) => advice = next;

    public override void Begin(Execution run)
    {
        taken.Clear();
        (at, Preemptions) = (0, 0);
    }

    public override int Next(Execution run, ulong enabled)
    {
        var last = taken.Count == 0 ? -1 : taken[^1].Thread;
        var canGoOn = last >= 0 && (enabled >> last & 1) != 0;
        int? choice = null;
        var next = canGoOn ? last : BitOperations.TrailingZeroCount(enabled);
        while (at < advice.Count)
        {
            var wanted = advice[at++];
            if ((enabled >> wanted.Thread & 1) == 0) continue;
            (next, choice) = (wanted.Thread, wanted.Choice);
            break;
        }
        if (canGoOn && next != last) Preemptions++;
        taken.Add(new(next, OperationKind.None, "", choice));
        return next;
    }

    public override int Choose(Execution run, int count)
    {
        var choice = taken[^1].Choice is { } wanted && wanted >= 0 && wanted < count ? wanted : 0;
        taken[^1] = taken[^1] with { Choice = choice };
        return choice;
    }
}
