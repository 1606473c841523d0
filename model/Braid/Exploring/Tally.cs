namespace Braid;

/// <summary>What a part of an exploration counted.</summary>
internal sealed class Tally
{
    public long Schedules;
    public long Traces;
    public long Blocked;
    public long Failures;

    /// <summary>Schedules given up because a loop that does not say that it waits was taken for one that does.</summary>
    public long LoopsHalted;
    public long Steps;

    /// <summary>Whether the bound on preemptions kept somebody from moving.</summary>
    public bool IsLimited;

    /// <summary>Steps of the longest schedule.</summary>
    public int LongestSchedule;

    /// <summary>The part's first failure, and how many of its schedules had run by then.</summary>
    public FailedSchedule? FirstFailure;

    public long FirstFailureAfter;

    /// <summary>Hashes of complete executions, when they are collected.</summary>
    public HashSet<ulong>? Hashes;

    /// <summary>The set of complete executions, when it is to be certified.</summary>
    public TraceSet? Covered;

    /// <summary>The same in the order of the schedules, each as often as it was met: as sampling collects them.</summary>
    public List<ulong>? Met;

    /// <summary>Counts the schedule just run.</summary>
    public void Count(Execution run, TraceHash? hash)
    {
        Schedules++;
        Steps += run.StepCount;
        LongestSchedule = Math.Max(LongestSchedule, run.StepCount);
        if (run.LoopHalted) LoopsHalted++;
        if (run.Pruned) Blocked++;
        else if (run.Defect is null) Traces++;
        else CountFailure(run);

        if (hash is not null && !run.Pruned) (Hashes ??= []).Add(hash.Of(run));
    }

    /// <summary>Adds the counts of the part that comes next in the order of the search.</summary>
    public void Add(Tally part)
    {
        if (FirstFailure is null && part.FirstFailure is not null)
        {
            FirstFailure = part.FirstFailure;
            FirstFailureAfter = Schedules + part.FirstFailureAfter;
        }

        Schedules += part.Schedules;
        Traces += part.Traces;
        Blocked += part.Blocked;
        Failures += part.Failures;
        LoopsHalted += part.LoopsHalted;
        Steps += part.Steps;
        LongestSchedule = Math.Max(LongestSchedule, part.LongestSchedule);
        IsLimited |= part.IsLimited;
        if (part.Hashes is not null) (Hashes ??= []).UnionWith(part.Hashes);
        if (part.Covered is null) return;
        if (Covered is null) Covered = part.Covered;
        else Covered.Add(part.Covered);
    }

    private void CountFailure(Execution run)
    {
        Failures++;
        if (FirstFailure is not null) return;
        FirstFailure = FailedSchedule.Of(run);
        FirstFailureAfter = Schedules;
    }
}
