namespace Braid;

/// <summary>Looks, around a recorded schedule, for the nearest one that fails as it did: fewest moves away, and of these nearest to where it diverged.</summary>
/// <remarks>
/// The recorded schedule is the deterministic scheduler, and a move lets one thread run some of its steps earlier than recorded: what is searched
/// is the neighbourhood that delays span (Emmi, Qadeer, Rakamarić: "Delay-bounded scheduling", POPL 2011). All single moves are tried in order;
/// then pairs and triples of them, drawn with a fixed seed, until the budget ends.
/// </remarks>
public static class NearestSearch
{
    private const int LongestStretch = 64;
    private const int MaxReadings = 64;                      // of edits that can be read in two ways

    /// <summary>Searches.</summary>
    /// <param name="program">Makes an instance of the program as it is now.</param>
    /// <param name="recorded">The schedule.</param>
    /// <param name="budget">Schedules to try, at most; at least 1.</param>
    /// <param name="stop">Ends it early.</param>
    public static NearestFailure Find(Func<Program> program, Schedule recorded, int budget, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        using var runs = new AdvisedRuns(program, MemoryModels.Parse(recorded.MemoryModel), recorded.MaxSteps);
        var tried = 0L;
        (Attempt Attempt, int From)? first = null;
        Queue<bool[]> scripts = new([[]]);
        while (tried < Math.Min(budget, MaxReadings) && scripts.TryDequeue(out var script))
        {
            tried++;
            var (followed, at, ambiguities) = runs.Follow(recorded, script);
            if (IsIt(recorded, followed)) return new(Written(program, recorded, followed), 0, tried);
            first ??= (followed, at);
            for (var ambiguity = script.Length; ambiguity < ambiguities; ambiguity++) scripts.Enqueue([.. script, .. new bool[ambiguity - script.Length], true]);
        }

        var (start, from) = first!.Value;
        foreach (var moves in Moves(start.Taken, from))
        {
            if (tried == budget || stop.IsCancellationRequested) break;
            tried++;
            var attempt = runs.Run(Moved(start.Taken, moves));
            if (IsIt(recorded, attempt)) return new(Written(program, recorded, attempt), moves.Length, tried);
        }
        return new(null, 0, tried);
    }

    private static bool IsIt(Schedule recorded, Attempt attempt) => attempt.Defect is { } defect
        && (recorded.FailureKind is null || (defect.Kind, defect.Identity) == (recorded.FailureKind, recorded.FailureIdentity));

    private static Failure? Written(Func<Program> program, Schedule recorded, Attempt attempt) => Explorer.Replay(program, recorded with
    {
        FormatVersion = Schedule.CurrentFormatVersion,
        Threads = [],
        Decisions = attempt.Taken,
        FailureKind = attempt.Defect!.Kind,
        FailureIdentity = attempt.Defect.Identity,
    }).Failure;

    // From nearest to where the recorded schedule could not be followed, both ways; then combinations.
    private static IEnumerable<Move[]> Moves(IReadOnlyList<Decision> taken, int from)
    {
        List<Move> single = [];
        var movers = taken.Select(each => each.Mover).Distinct().ToList();
        foreach (var at in Enumerable.Range(0, taken.Count).OrderBy(at => Math.Abs(at - from)))
        {
            foreach (var mover in movers.Where(each => each != taken[at].Mover))
            {
                var most = Math.Min(LongestStretch, taken.Skip(at).Count(each => each.Mover == mover));
                for (var length = 1; length <= most; length++)
                {
                    Move move = new(at, mover, length);
                    single.Add(move);
                    yield return [move];
                }
            }
        }

        if (single.Count == 0) yield break;
        for (var draw = 0UL; ; draw++)
        {
            var random = new SplitMix(draw);
            var moves = new Move[2 + (int)(draw % 2)];
            for (var i = 0; i < moves.Length; i++) moves[i] = single[(int)(random.Next() % (ulong)single.Count)];
            yield return moves;
        }
    }

    private static List<Decision> Moved(IReadOnlyList<Decision> taken, Move[] moves)
    {
        List<Decision> order = [.. taken];
        foreach (var (at, mover, length) in moves)
        {
            var tail = order[at..];
            var ahead = tail.Where(each => each.Mover == mover).Take(length).ToList();
            var left = length;
            order = [.. order[..at], .. ahead, .. tail.Where(each => each.Mover != mover || left-- <= 0)];
        }
        return order;
    }

    private readonly record struct Move(int At, (int Thread, bool IsBuffer) Mover, int Length);
}
