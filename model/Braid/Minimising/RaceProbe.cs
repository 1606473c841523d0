namespace Braid;

/// <summary>Finds two steps whose order decides: turns pairs of a failing execution round, one after another, until one run ends well.</summary>
internal static class RaceProbe
{
    private const int MaxRuns = 64;

    /// <summary>The pair, or null when no single pair decides or none could be turned round.</summary>
    /// <param name="run">Runs an execution under advice.</param>
    /// <param name="trace">The failing execution.</param>
    /// <param name="taken">Its decisions.</param>
    public static DecisiveRace? Find(Func<IReadOnlyList<Decision>, Attempt> run, Trace trace, IReadOnlyList<Decision> taken)
    {
        var steps = NumberedStep.Of(trace).Where(each => each.Step.IsDecision).ToList();
        var runs = 0;
        foreach (var (earlier, later) in Pairs(steps, new(trace), StaleRead.Find(trace)))
        {
            if (runs++ == MaxRuns) return null;
            var attempt = run(TurnedRound(taken, earlier, later));
            if (attempt.Defect is null && IsTurnedRound(attempt.Taken, taken, earlier, later))
                return new(earlier + 1, later + 1, steps[later].Step.Location);
        }
        return null;
    }

    // What a thread did on stale knowledge first: its order with what others did tells more than that of the step which noticed.
    private static IEnumerable<(int Earlier, int Later)> Pairs(List<NumberedStep> steps, Places places, List<StaleRead> stale)
    {
        var acted = stale.Count == 0 ? -1 : stale[0].Act.Number - 1;
        var laters = Enumerable.Range(0, steps.Count).Reverse();
        foreach (var later in acted < 0 ? laters : laters.Where(each => each != acted).Prepend(acted))
        {
            var (step, place) = (steps[later].Step, places.Of(steps[later].Step));
            if (place.Length == 0 || step.IsBuffered || OperationKinds.Releases(step.Kind)) continue;
            for (var earlier = later - 1; earlier >= 0; earlier--)
            {
                var other = steps[earlier].Step;
                if (places.Of(other) != place || other.IsBuffered || OperationKinds.Releases(other.Kind)) continue;
                if (other.Thread == step.Thread) break;                 // program order: what lies before that cannot follow it
                if (other.IsWrite || step.IsWrite) yield return (earlier, later);
            }
        }
    }

    private static List<Decision> TurnedRound(IReadOnlyList<Decision> taken, int earlier, int later)
    {
        var thread = taken[later].Mover;
        var between = taken.Skip(earlier).Take(later - earlier + 1).ToList();
        return [.. taken.Take(earlier), .. between.Where(each => each.Mover == thread), .. between.Where(each => each.Mover != thread), .. taken.Skip(later + 1)];
    }

    // The same step of a thread is the one with as many of that thread's before it.
    private static bool IsTurnedRound(IReadOnlyList<Decision> now, IReadOnlyList<Decision> before, int earlier, int later)
    {
        var (first, second) = (PlaceOf(now, before, earlier), PlaceOf(now, before, later));
        return first >= 0 && second >= 0 && second < first;
    }

    private static int PlaceOf(IReadOnlyList<Decision> now, IReadOnlyList<Decision> before, int index)
    {
        var mover = before[index].Mover;
        var ordinal = before.Take(index).Count(each => each.Mover == mover);
        for (var i = 0; i < now.Count; i++)
            if (now[i].Mover == mover && ordinal-- == 0) return i;
        return -1;
    }
}
