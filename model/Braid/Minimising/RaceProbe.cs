namespace Braid;

/// <summary>Finds two steps whose order decides: turns the races of a failing execution round, one after another, until one run ends well.</summary>
/// <param name="run">Runs an execution under advice.</param>
/// <param name="maxRuns">Executions it may take.</param>
internal sealed class RaceProbe(Func<IReadOnlyList<Decision>, Attempt> run, int maxRuns = 4_000)
{
    private int runs;

    /// <summary>Tries the races of <paramref name="trace"/>.</summary>
    /// <param name="trace">The failing execution.</param>
    /// <param name="failing">The same as it was run under advice.</param>
    /// <param name="beyond">What lies behind its end.</param>
    /// <returns>The first race whose reversal ends well, with the decisions of that run.</returns>
    public (RaceSearch Search, IReadOnlyList<Decision>? Otherwise) Find(Trace trace, Attempt failing, IReadOnlyList<StepRecord> beyond)
    {
        var taken = failing.Taken;
        var candidates = new RaceCandidates(trace, beyond);
        List<Decision> all = [.. taken, .. beyond.Select(each => new Decision(each.Thread, each.Kind == OperationKind.Flush ? each.Kind : OperationKind.None, ""))];
        var tried = 0;
        foreach (var (earlier, later) in candidates.All())
        {
            tried++;
            foreach (var advice in TurnedRound(all, earlier, later))
            {
                if (runs++ == maxRuns) return (new(null, tried - 1, IsComplete: false), null);
                var attempt = run(advice);
                var (first, second) = (PlaceOf(attempt.Taken, all, earlier), PlaceOf(attempt.Taken, all, later));
                if (attempt.Defect is not null || second < 0 || first < second) continue;
                var race = new DecisiveRace(earlier + 1, Math.Min(later, candidates.Count) + 1, candidates[later].Location)
                {
                    Beyond = later < candidates.Count ? null : candidates[later],
                    EarlierOtherwise = first + 1,
                    LaterOtherwise = second + 1,
                };
                return (new(race, tried, IsComplete: false), attempt.Taken);
            }
        }
        return (new(null, tried, IsComplete: true), null);
    }

    // The later step comes before the earlier one, and what it waits for with it: at least what the same mover did in between, or all that its
    // thread and store buffer did, or all but what the earlier thread did.
    private static IEnumerable<List<Decision>> TurnedRound(List<Decision> taken, int earlier, int later)
    {
        var between = taken.GetRange(earlier, later - earlier + 1);
        var (mover, thread, other) = (taken[later].Mover, taken[later].Thread, taken[earlier].Thread);
        HashSet<int> sizes = [];
        foreach (var comesFirst in new Func<Decision, bool>[] { each => each.Mover == mover, each => each.Thread == thread, each => each.Thread != other })
        {
            var first = between.Where(comesFirst).ToList();
            if (sizes.Add(first.Count)) yield return [.. taken[..earlier], .. first, .. between.Where(each => !comesFirst(each)), .. taken[(later + 1)..]];
        }
    }

    // The same step of a mover is the one with as many of that mover's before it.
    private static int PlaceOf(IReadOnlyList<Decision> now, List<Decision> before, int index)
    {
        var mover = before[index].Mover;
        var ordinal = before.Take(index).Count(each => each.Mover == mover);
        for (var i = 0; i < now.Count; i++)
            if (now[i].Mover == mover && ordinal-- == 0) return i;
        return -1;
    }
}
