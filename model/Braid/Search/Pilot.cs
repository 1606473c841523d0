namespace Braid;

/// <summary>What the first schedules of an exploration were like: how many steps each mover took, and where.</summary>
/// <remarks>
/// They are schedules number 0 to <see cref="Size"/> − 1, by random walk, and count like all others: so what is drawn later depends on the seed
/// and the number of the schedule only. The more the number of steps depends on the schedule, the rougher the estimate.
/// </remarks>
internal sealed class Pilot
{
    /// <summary>How many schedules are spent on it.</summary>
    public const int Size = 8;

    private readonly long[] steps = new long[Stage.MaxThreads];
    private readonly SortedDictionary<int, long[]> byPlace = [];
    private readonly SortedDictionary<int, (ulong Threads, bool IsChanged)> shared = [];
    private List<(int Location, long[] Operations)>? places;

    /// <summary>How many schedules it has seen.</summary>
    public int Schedules { get; private set; }

    /// <summary>Steps of the longest schedule so far, at least 1: what comes after may be longer, so it is raised now and then, always after the same numbers.</summary>
    public int Longest { get; set; } = 1;

    /// <summary>Everybody who can move, one bit each.</summary>
    public ulong Movers { get; private set; }

    /// <summary>Steps of each mover, over all schedules together.</summary>
    public ReadOnlySpan<long> Steps => steps;

    /// <summary>The places that two threads touched and one of them changed, and each mover's operations there over all schedules together.</summary>
    public IReadOnlyList<(int Location, long[] Operations)> Places =>
        places ??= [.. byPlace.Where(place => IsShared(shared[place.Key])).Select(place => (place.Key, place.Value))];

    /// <summary>Looks at the schedule just run, of which the steps are kept.</summary>
    public void Note(Execution run)
    {
        Schedules++;
        Movers = ulong.MaxValue >> (Stage.MaxThreads - run.ThreadCapacity);
        Longest = Math.Max(Longest, run.StepCount);
        foreach (ref readonly var step in run.Steps.AsSpan(0, run.StepCount))
        {
            steps[step.Thread]++;
            if (step.Access <= Access.Forwarded || step.IsBuffered) continue;
            if (!byPlace.TryGetValue(step.Location, out var operations)) byPlace[step.Location] = operations = new long[Stage.MaxThreads];
            operations[step.Thread]++;
            var (threads, isChanged) = shared.GetValueOrDefault(step.Location);
            shared[step.Location] = (threads | 1UL << run.ThreadOf(step.Thread), isChanged || step.Access >= Access.Share);
        }
    }

    private static bool IsShared((ulong Threads, bool IsChanged) place) => place.IsChanged && (place.Threads & (place.Threads - 1)) != 0;
}
