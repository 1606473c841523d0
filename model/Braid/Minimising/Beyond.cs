namespace Braid;

/// <summary>What lies behind a failure: how the threads go on, if they are let.</summary>
internal static class Beyond
{
    /// <summary>The steps after the last one of a failure; for threads that are stuck, what they stand before.</summary>
    public static IReadOnlyList<StepRecord> Of(Func<Program> program, Failure failure, Attempt failing)
    {
        if (failing.Stuck.Count > 0) return [.. failing.Stuck.Select(Stuck)];
        if (failure.IsAtRest) return [];
        using var runs = new AdvisedRuns(program, MemoryModels.Parse(failure.Schedule.MemoryModel), failure.Schedule.MaxSteps);
        return [.. runs.Continue(failing.Taken).Steps.Where(step => step.IsDecision).Skip(failing.Taken.Count)];
    }

    private static StepRecord Stuck(Decision standing) => new()
    {
        Thread = standing.Thread,
        Kind = standing.Kind,
        Location = standing.Location,
        Result = "",
        IsWrite = OperationKinds.IsLock(standing.Kind),
    };
}
