namespace Braid;

/// <summary>Runs one program again and again under advice, on a worker of its own.</summary>
internal sealed class AdvisedRuns(Func<Program> program, MemoryModel model, int maxSteps) : IDisposable
{
    private readonly Adviser adviser = new();
    private readonly Worker worker = new(program, Backend.ReExecution, model, 0);

    /// <summary>What happens when <paramref name="advice"/> is followed as far as it can be.</summary>
    public Attempt Run(IReadOnlyList<Decision> advice)
    {
        Defect? defect = null;
        IReadOnlyList<Decision> stuck = [];
        adviser.Advise(advice);
        worker.Post(run =>
        {
            run.Configure(adviser, maxSteps, continueAfterFailure: false);
            run.RunSchedule();
            defect = run.Defect;
            if (defect?.Kind is FailureKind.Deadlock or FailureKind.LostWakeup)
                stuck = [.. Enumerable.Range(0, run.Names.Count).Select(run.StandsBefore).OfType<Decision>()];
        });
        worker.Wait();
        return new(adviser.Taken, adviser.Preemptions, defect) { Stuck = stuck };
    }

    /// <summary>What happens when <paramref name="advice"/> is followed and loops are watched for.</summary>
    /// <returns>The lasso that the execution ends in; null when it ends otherwise.</returns>
    public Lasso? RunRound(IReadOnlyList<Decision> advice, LivenessOptions liveness)
    {
        Lasso? lasso = null;
        adviser.Advise(advice);
        worker.Post(run =>
        {
            run.Configure(adviser, Math.Min(maxSteps, advice.Count + 1), continueAfterFailure: false);
            run.WatchLoops(liveness);
            run.RunSchedule();
            if (run is { Defect: { Kind: FailureKind.Liveness } defect, Loops.Found: { } loop }) lasso = LassoOf(defect, loop);
            run.WatchLoops(null);
        });
        worker.Wait();
        return lasso;
    }

    // Also what leads from the end of one round to the beginning of the next is to be followed.
    private Lasso LassoOf(Defect defect, FairLoop loop)
    {
        var taken = adviser.Taken;
        var seen = Math.Min(taken.Count, loop.Start + loop.Length + 1);
        return new(taken, loop, defect, new(adviser.PreemptionsIn(seen), Blocks.Switches([.. taken.Take(seen)]), loop.Start + loop.Length));
    }

    /// <summary>What happens when a recorded schedule is followed as far as it can be, whatever has changed, and where it first could not.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="script">How edits that can be read in two ways are read.</param>
    public (Attempt Attempt, int From, int Ambiguities) Follow(Schedule schedule, bool[] script)
    {
        var follower = new Follower(schedule, ReplayMode.Adapted, script) { IsLenient = true };
        Attempt? attempt = null;
        worker.Post(run =>
        {
            run.Configure(follower, maxSteps, continueAfterFailure: false);
            run.RunSchedule();
            attempt = new(run.RawDecisions(), 0, run.Defect);
        });
        worker.Wait();
        return (attempt!, follower.MetAt ?? attempt!.Taken.Count, follower.Ambiguities);
    }

    /// <summary>The trace of what happens when <paramref name="advice"/> is followed, and on past a failure to the end.</summary>
    public Trace Continue(IReadOnlyList<Decision> advice)
    {
        Trace? trace = null;
        adviser.Advise(advice);
        worker.Post(run =>
        {
            var recorder = new Recorder();
            run.Configure(adviser, maxSteps, continueAfterFailure: true);
            run.Record(recorder);
            run.RunSchedule();
            trace = recorder.TraceOf([.. run.Names]);
            run.Record(null);
        });
        worker.Wait();
        return trace!;
    }

    public void Dispose() => worker.Dispose();
}
