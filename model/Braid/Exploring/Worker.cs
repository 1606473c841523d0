using System.Runtime.ExceptionServices;

namespace Braid;

/// <summary>One operating-system thread with a deep stack, and one instance of the program arranged on it.</summary>
internal sealed class Worker : IDisposable
{
    private readonly AutoResetEvent wake = new(false);
    private readonly AutoResetEvent done = new(false);
    private readonly Thread thread;
    private readonly Func<Execution> start;
    private Action<Execution>? job;
    private ExceptionDispatchInfo? error;

    /// <param name="program">Makes an instance of the program.</param>
    /// <param name="backend">How threads are run.</param>
    /// <param name="model">In which order stores are seen.</param>
    /// <param name="index">Which worker it is.</param>
    /// <param name="sharesOnlyCells">Whether that is known of the program although its threads are not executed again.</param>
    public Worker(Func<Program> program, Backend backend, MemoryModel model, int index, bool sharesOnlyCells = false)
    {
        start = () => ExecutionOf(program, backend, model, index, sharesOnlyCells);
        thread = new(Loop, ReExecution.StackBytes) { IsBackground = true, Name = $"Braid worker {index}" };
        thread.Start();
    }

    private static Execution ExecutionOf(Func<Program> program, Backend backend, MemoryModel model, int index, bool sharesOnlyCells) => backend switch
    {
        Backend.ReExecution => new ReExecution(program(), model),
        Backend.OsThreads => new ThreadedExecution(program, model, index, sharesOnlyCells),
        _ => throw new ArgumentOutOfRangeException(nameof(backend), backend, "Unknown backend."),
    };

    /// <summary>Runs <paramref name="next"/> on the worker's thread. <see cref="Wait"/> before the next one.</summary>
    public void Post(Action<Execution> next)
    {
        job = next;
        wake.Set();
    }

    /// <summary>Returns when the job has ended; throws what it threw.</summary>
    public void Wait()
    {
        done.WaitOne();
        error?.Throw();
    }

    public void Dispose()
    {
        job = null;
        wake.Set();
        thread.Join();
        wake.Dispose();
        done.Dispose();
    }

    private void Loop()
    {
        Execution? run = null;
        while (true)
        {
            wake.WaitOne();
            if (job is not { } next) break;
            try
            {
                run ??= start();
                next(run);
            }
            catch (Exception exception)
            {
                error = ExceptionDispatchInfo.Capture(exception);
            }

            done.Set();
        }

        run?.Dispose();
    }
}
