namespace Braid;

/// <summary>
/// A search space in parts that need nothing of each other, the same for everybody who divides it.
/// </summary>
/// <remarks>
/// <para>
/// Dynamic reduction finds out below a state which other moves are needed from it, so that parts of one search ask things of each other; shards
/// cannot. Therefore the division is done by the search that asks for nothing: depth-first with sleep sets (Godefroid: "Partial-order methods for
/// the verification of concurrent systems", 1996), which takes from every state all moves that do not sleep. Open parts are run for one schedule
/// each, the largest first, and hand out what is left of them, until there are enough. How large they are is judged from the moves left open by a few
/// schedules of the search that will explore them (Knuth: "Estimating the efficiency of backtrack programs", 1975).
/// </para>
/// <para>
/// Complete: from each state above a part every move is explored, in this part or another one, unless it sleeps there, and then all that begins
/// with it is explored elsewhere; so whatever a race found inside of a part asks of a state above it is there already, and can be ignored.
/// Disjoint: sleep sets, handed down to the parts, let no two of them run into the same execution. Inside of its part a search by source
/// sets may reduce, as it may below any state with a sleep set. The optimal search may not: what commutes with a move explored elsewhere it leaves out
/// altogether, and relies on the races found behind that move to ask for what does not; across parts they cannot (of LastZero(10)'s 3,328 executions
/// 548 would be left).
/// </para>
/// <para>
/// Under a preemption bound nothing sleeps: parts are disjoint as sets of schedules, and the same execution may be met in several.
/// </para>
/// </remarks>
internal static class Partition
{
    /// <summary>How many parts a search space is divided into, if it has as many: enough for the most shards, and to save progress often.</summary>
    private const int Parts = 1024;

    /// <summary>Schedules by which a part is judged: the first one may end early.</summary>
    private const int Probes = 4;

    /// <summary>Divides the search space of the program that <paramref name="run"/> runs.</summary>
    /// <param name="run">Runs the schedules that it takes.</param>
    /// <param name="options">What is to be explored.</param>
    /// <param name="ended">Told of each schedule run, by its number, from 0: it belongs to no part.</param>
    public static List<SearchTask> Of(Execution run, ExplorerOptions options, Action<int> ended)
    {
        var kind = options.PreemptionBound is null ? SearchKind.SleepSets : SearchKind.Plain;

        // What the invariant of every step reads decides which steps are independent, and is known only when all is explored.
        if (run.IsWatched) return [default];
        run.LoopRounds = 0; // nor is it known before whether a loop is left by itself
        var open = new PriorityQueue<SearchTask, (double, int)>();
        open.Enqueue(default, default);
        for (var schedule = 0; open.Count is > 0 and < Parts; schedule++)
        {
            var chooser = Chooser(run, options, kind);
            chooser.Start(open.Dequeue());
            run.RunSchedule();
            ended(schedule);
            List<SearchTask> rest = [];
            chooser.Split(rest);
            foreach (var task in rest) open.Enqueue(task, (-WeightOf(run, options, task), task.Node!.Depth));
        }

        // The largest first: dealt in turn, shards get about as much each.
        List<SearchTask> parts = [];
        while (open.TryDequeue(out var task, out _))
        {
            Close(task.Node);
            parts.Add(task);
        }

        return parts;
    }

    private static TreeChooser Chooser(Execution run, ExplorerOptions options, SearchKind kind)
    {
        var chooser = new TreeChooser(kind, options.PreemptionBound ?? -1);
        run.Configure(chooser, options.MaxStepsPerSchedule, !options.StopAtFirstFailure);
        return chooser;
    }

    private static double WeightOf(Execution run, ExplorerOptions options, SearchTask task)
    {
        var chooser = Chooser(run, options, options.PreemptionBound is null ? SearchKind.SourceSets : SearchKind.Plain);
        chooser.Start(task);
        var most = 0.0;
        for (var probe = 0; probe < Probes; probe++)
        {
            run.RunSchedule();
            chooser.FindRaces(run);
            most = Math.Max(most, chooser.Weight);
            if (!chooser.Advance()) break;
        }

        return most;
    }

    /// <summary>No race can ask anything of the states above a part.</summary>
    private static void Close(SearchNode? node)
    {
        for (; node is not null && node.Backtrack != ulong.MaxValue; node = node.Parent) node.Backtrack = ulong.MaxValue;
    }
}
