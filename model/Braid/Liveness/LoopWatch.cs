namespace Braid;

/// <summary>Finds out when an execution goes round in a loop that leaves nobody out and meets no obligation.</summary>
/// <remarks>
/// Where a thread stands inside of its own code cannot be seen; what can is all cells, the operation that each thread is about to perform, and what the
/// operations so far gave. A loop found that way is gone round <see cref="LivenessOptions.Rounds"/> times before it counts: a thread that counts
/// rounds in a local variable leaves it sooner or later, and one that counts further than that is reported wrongly. The report says how often.
/// </remarks>
internal sealed class LoopWatch(LivenessOptions options, int obligations)
{
    /// <summary>How far back, in steps, a round may have begun.</summary>
    private const int LongestRound = 512;

    /// <summary>How many earlier visits of a state are looked at.</summary>
    private const int MostVisits = 32;

    private readonly List<Moment> moments = [];
    private readonly Dictionary<ulong, int> latest = [];
    private readonly ulong all = obligations == 0 ? 0 : ulong.MaxValue >> (64 - obligations);
    private readonly int[] openSince = new int[obligations];

    /// <summary>Steps of a round that ends here and could be gone again, fair and with an obligation open all through; 0 for none.</summary>
    public int Candidate { get; private set; }

    /// <summary>Hash of the present state.</summary>
    public ulong State => moments[^1].State;

    /// <summary>The loop that has been gone round often enough; null while there is none.</summary>
    public FairLoop? Found { get; private set; }

    /// <summary>An obligation that has been open for longer than it may, or −1.</summary>
    public int Overheated { get; private set; }

    /// <summary>A schedule begins.</summary>
    public void Clear()
    {
        moments.Clear();
        latest.Clear();
        Candidate = 0;
        Found = null;
        Overheated = -1;
        Array.Fill(openSince, -1);
    }

    /// <summary>A step was taken; or, at first, none.</summary>
    /// <returns>The loop that has been gone round often enough here, or null.</returns>
    public FairLoop? Add(ulong state, ulong step, int thread, ulong enabled, ulong open)
    {
        var at = moments.Count;
        moments.Add(new(state, step, thread, enabled, open, latest.GetValueOrDefault(state, -1)));
        latest[state] = at;
        for (var each = 0; each < openSince.Length; each++)
        {
            if ((open >> each & 1) == 0) openSince[each] = -1;
            else if (openSince[each] < 0) openSince[each] = at;
            else if (at - openSince[each] > options.Temperature) Overheated = each;
        }

        return Found = Look(at);
    }

    /// <summary>Whether the last step, and the state after it, are those of <paramref name="length"/> steps ago.</summary>
    public bool Repeats(int length)
    {
        var at = moments.Count - 1;
        return at >= length && moments[at].State == moments[at - length].State && moments[at].Step == moments[at - length].Step;
    }

    private FairLoop? Look(int at)
    {
        Candidate = 0;
        var (moved, always, ever, open) = (0UL, ulong.MaxValue, 0UL, all);
        var (back, visits) = (at, 0);
        for (var from = moments[at].Before; from >= 0 && at - from <= LongestRound && visits < MostVisits; from = moments[from].Before, visits++)
        {
            for (; back > from; back--)
            {
                moved |= 1UL << moments[back].Thread;
                open &= moments[back].Open & moments[back - 1].Open;
                always &= moments[back - 1].Enabled;
                ever |= moments[back - 1].Enabled;
            }

            if (obligations > 0 && open == 0) return null;
            if (((options.Fairness == Fairness.Weak ? always : ever) & ~moved) != 0) continue;
            var length = at - from;
            if (Candidate == 0) Candidate = length;
            if (RoundsOf(length, at) is var rounds && rounds >= options.Rounds) return new(at - (rounds * length), length, rounds, open);
        }

        return null;
    }

    /// <summary>How many times the last <paramref name="length"/> steps were taken one after the other, with the same results.</summary>
    private int RoundsOf(int length, int at)
    {
        var same = 0;
        while (at - same - length > 0 && Same(at - same, at - same - length)) same++;
        return 1 + (same / length);
    }

    private bool Same(int one, int other) => moments[one].State == moments[other].State && moments[one].Step == moments[other].Step;
}
