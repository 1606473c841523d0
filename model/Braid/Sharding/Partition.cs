namespace Braid;

/// <summary>
/// A search space in parts that need nothing of each other, the same for everybody who divides it.
/// </summary>
/// <remarks>
/// <para>
/// Dynamic reduction finds out below a state which other moves are needed from it, so that parts of one search ask things of each other; shards
/// cannot. Therefore the division is done by the search that asks for nothing: depth-first with sleep sets (Godefroid: "Partial-order methods for
/// the verification of concurrent systems", 1996), which takes from every state all moves that do not sleep. Open parts are run for one schedule
/// each, those nearest to the beginning first, and hand out what is left of them, until there are enough.
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

    /// <summary>Divides the search space of the program that <paramref name="run"/> runs.</summary>
    /// <param name="run">Runs the schedules that it takes.</param>
    /// <param name="options">What is to be explored.</param>
    /// <param name="ended">Told of each schedule run, by its number, from 0: it belongs to no part.</param>
    public static List<SearchTask> Of(Execution run, ExplorerOptions options, Action<int> ended)
    {
        var kind = options.PreemptionBound is null ? SearchKind.SleepSets : SearchKind.Plain;
        List<SearchTask> open = [default];

        // What the invariant of every step reads decides which steps are independent, and is known only when all is explored.
        if (run.IsWatched) return open;
        run.LoopRounds = 0; // nor is it known before whether a loop is left by itself
        for (var schedule = 0; open.Count is > 0 and < Parts; schedule++)
        {
            var next = Shallowest(open);
            var chooser = new TreeChooser(kind, options.PreemptionBound ?? -1);
            run.Configure(chooser, options.MaxStepsPerSchedule, !options.StopAtFirstFailure);
            chooser.Start(open[next]);
            run.RunSchedule();
            ended(schedule);
            open.RemoveAt(next);
            List<SearchTask> rest = [];
            chooser.Split(rest);
            open.AddRange(rest);
        }

        foreach (var task in open) Close(task.Node);
        Shuffle(open);
        return open;
    }

    /// <summary>
    /// Parts beside each other were left by one schedule, and where they are handed out in turn those of one size may all go to one shard; so they are put
    /// in an order that has nothing to do with how they came about, the same for all.
    /// </summary>
    private static void Shuffle(List<SearchTask> parts)
    {
        var random = new SplitMix((ulong)parts.Count);
        for (var left = parts.Count; left > 1; left--)
        {
            var other = (int)random.Below((uint)left);
            (parts[left - 1], parts[other]) = (parts[other], parts[left - 1]);
        }
    }

    private static int Shallowest(List<SearchTask> open)
    {
        var best = 0;
        for (var index = 1; index < open.Count; index++)
        {
            if (DepthOf(open[index]) < DepthOf(open[best])) best = index;
        }

        return best;
    }

    private static int DepthOf(in SearchTask task) => task.Node?.Depth ?? -1;

    /// <summary>No race can ask anything of the states above a part.</summary>
    private static void Close(SearchNode? node)
    {
        for (; node is not null && node.Backtrack != ulong.MaxValue; node = node.Parent) node.Backtrack = ulong.MaxValue;
    }
}
