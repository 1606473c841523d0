namespace Braid;

/// <summary>The workers of one exploration, made when they are first needed.</summary>
internal sealed class WorkerPool(Func<Program> program, ExplorerOptions options) : IDisposable
{
    private readonly List<Worker> workers = [];
    private Backend backend = options.Backend ?? Backend.ReExecution;

    public int Count { get; } = options.Workers > 0 ? options.Workers : Environment.ProcessorCount;

    /// <summary>Lets up to <paramref name="most"/> workers take numbers 0, 1, … below <paramref name="parts"/> and waits for all.</summary>
    public void Run(int parts, int most, Action<Execution, int> part)
    {
        var taken = -1;
        var used = Math.Min(Math.Min(parts, most), Count);
        while (workers.Count < used) workers.Add(new(program, backend, options.MemoryModel, workers.Count, sharesOnlyCells: options.Backend is null));
        for (var index = 0; index < used; index++)
        {
            workers[index].Post(run =>
            {
                for (int next; (next = Interlocked.Increment(ref taken)) < parts;) part(run, next);
            });
        }

        List<Exception> errors = [];
        for (var index = 0; index < used; index++)
        {
            try
            {
                workers[index].Wait();
            }
            catch (Exception exception)
            {
                errors.Add(exception);
            }
        }

        if (errors.Count > 0) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(errors[0]);
    }

    /// <summary>Goes on with workers that run threads in another way.</summary>
    public void Use(Backend other)
    {
        if (other == backend) return;
        Dispose();
        workers.Clear();
        backend = other;
    }

    public void Dispose()
    {
        foreach (var worker in workers) worker.Dispose();
    }
}
