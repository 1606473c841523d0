namespace Braid;

/// <summary>
/// Makes an execution without end smaller: what leads to the loop, and a round of it, by leaving out, joining and moving. A candidate is run as advice, its
/// round again and again; what counts is the loop that was really gone round. That it is one that a fair scheduler may go round for ever is
/// seen by whoever watches (<see cref="LoopWatch"/>), not assumed here.
/// </summary>
/// <param name="run">Runs a stem and then a round again and again; null when that does not end in a loop.</param>
/// <param name="failure">What a candidate must end in.</param>
/// <param name="maxRuns">Executions it may take.</param>
/// <param name="stop">Ends it early.</param>
internal sealed class LassoShrinker(
    Func<List<Decision>, List<Decision>, Lasso?> run, Failure failure, int maxRuns, CancellationToken stop = default)
{
    private Lasso best = null!;

    /// <summary>Executions so far.</summary>
    public int Runs { get; private set; }

    /// <summary>Whether the budget ended before all had been tried.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>The smallest found; what it was given when nothing smaller fails likewise.</summary>
    public Lasso Shrink(Lasso start)
    {
        best = start;
        for (var before = default(ScheduleSize?); !IsSpent && (before is null || best.Size < before);)
        {
            before = best.Size;
            Improve(() => Variants(best.Stem).Select(stem => (stem, best.Round)));
            Improve(() => Variants(best.Round).Select(round => (best.Stem, round)));
            Improve(Rotations);
        }

        return best;
    }

    /// <summary>Tries candidates until none is smaller; after a smaller one, those of that.</summary>
    private void Improve(Func<IEnumerable<(List<Decision> Stem, List<Decision> Round)>> candidates)
    {
        while (!IsSpent && candidates().Any(candidate => Try(candidate.Stem, candidate.Round)))
        {
            // Each time one is better, its own candidates are tried from the first.
        }
    }

    /// <summary>Leaves out threads, stretches and some steps of one thread; then brings stretches of one thread together.</summary>
    private static IEnumerable<List<Decision>> Variants(List<Decision> decisions)
    {
        foreach (var mover in decisions.Select(each => each.Mover).Distinct().ToList()) yield return [.. decisions.Where(each => each.Mover != mover)];
        var blocks = Blocks.Of(decisions);
        for (var size = Math.Max(1, blocks.Count / 2); size >= 1; size /= 2)
        {
            for (var at = 0; at + size <= blocks.Count; at++) yield return Blocks.Join([.. blocks.Take(at), .. blocks.Skip(at + size)]);
        }

        for (var first = 0; first < blocks.Count; first++)
        {
            var second = blocks.FindIndex(first + 1, block => block[0].Mover == blocks[first][0].Mover);
            if (second < 0) continue;
            var between = blocks[(first + 1)..second];
            yield return Blocks.Join([.. blocks[..(first + 1)], blocks[second], .. between, .. blocks[(second + 1)..]]);
            yield return Blocks.Join([.. blocks[..first], .. between, blocks[first], .. blocks[second..]]);
        }

        foreach (var mover in decisions.Select(each => each.Mover).Distinct().ToList())
        {
            var own = Enumerable.Range(0, decisions.Count).Where(at => decisions[at].Mover == mover).ToList();
            for (var size = own.Count - 1; size >= 1; size--)
            {
                for (var at = 0; at + size <= own.Count; at++)
                {
                    var gone = own.GetRange(at, size).ToHashSet();
                    yield return [.. decisions.Where((_, index) => !gone.Contains(index))];
                }
            }
        }
    }

    /// <summary>A round may begin at any of its steps: what led to it may then be shorter, or end with a switch less.</summary>
    private IEnumerable<(List<Decision> Stem, List<Decision> Round)> Rotations()
    {
        var (stem, round) = (best.Stem, best.Round);
        for (var by = 1; by < round.Count; by++)
        {
            List<Decision> turned = [.. round.Skip(by), .. round.Take(by)];
            yield return (stem, turned);
            yield return ([.. stem, .. round.Take(by)], turned);
        }
    }

    private bool Try(List<Decision> stem, List<Decision> round)
    {
        if (round.Count == 0) return false;
        if (Runs >= maxRuns || stop.IsCancellationRequested)
        {
            IsSpent = true;
            return true;
        }

        Runs++;
        if (run(stem, round) is not { } lasso || !lasso.FailsAs(failure) || !(lasso.Size < best.Size)) return false;
        best = lasso;
        return true;
    }
}
