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
        adviser.Advise(advice);
        worker.Post(run =>
        {
            run.Configure(adviser, maxSteps, continueAfterFailure: false);
            run.RunSchedule();
            defect = run.Defect;
        });
        worker.Wait();
        return new(adviser.Taken, adviser.Preemptions, defect);
    }

    public void Dispose() => worker.Dispose();
}
