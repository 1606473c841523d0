using System.Diagnostics;
using Braid;
using Xvma.Sync;

namespace Xvma.Model;

/// <summary>
/// Random operations on the production instantiation, on real threads and for long: finds nothing reliably, but what it finds is real. At rests nobody is
/// inside an operation, and every invariant that a picture of the machine can show is checked; at the end all tasks exit, and nothing may be left.
/// </summary>
public static class Soak
{
    /// <summary>Soaks.</summary>
    /// <param name="options">How long, and on what.</param>
    /// <param name="progress">Told the number of operations at each rest.</param>
    /// <param name="stop">Ends it at the next rest.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static SoakReport Run(SoakOptions options, IProgress<long>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Operations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BetweenRests, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Tasks, 2);
        if (options.Threads is < 1 or > SoakOptions.MaxThreads) throw new ArgumentOutOfRangeException(nameof(options), options.Threads, $"A soak has 1 to {SoakOptions.MaxThreads} threads.");
        return RunOn(World.Over<NativeSync>(SilentLog.Instance).CreateMachine(options.Machine), options, progress, stop);
    }

    private static SoakReport RunOn(Machine machine, SoakOptions options, IProgress<long>? progress, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        using var pool = new SoakPool(machine, options.Tasks);
        var workers = Enumerable.Range(0, options.Threads).Select(index => new SoakWorker(pool, (options.Seed * 0x9E37_79B9_7F4A_7C15UL) + (ulong)index, index, options.Threads)).ToArray();
        var (rests, operations, isOver) = (0, 0L, false);
        var next = BeforeRest(options, 0);
        string? wrong = null;
        using var rest = new Barrier(workers.Length, _ =>
        {
            rests++;
            operations += (long)next * workers.Length;
            if (Refuted(() => Invariant.CheckAll([.. Invariant.AtRest], machine)) is { } what) Interlocked.CompareExchange(ref wrong, what, null);
            isOver = wrong is not null || operations >= options.Operations || stop.IsCancellationRequested;
            next = BeforeRest(options, operations);
            progress?.Report(operations);
        });
        var threads = workers.Select(worker => new Thread(() =>
        {
            do
            {
                if (Refuted(() => worker.Run(next)) is { } what) Interlocked.CompareExchange(ref wrong, what, null);
                rest.SignalAndWait(CancellationToken.None);
            }
            while (!isOver);
        })
        { Name = "soak" }).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();

        foreach (var task in machine.Snapshot().Tasks) _ = machine.FindTask(task.Id)?.TryExit();
        wrong ??= Refuted(() => Invariant.CheckAll([Invariant.NothingLeft], machine));
        return new(operations, workers.Sum(worker => worker.Done), rests, pool.Started, workers.Sum(worker => worker.Received), workers.Sum(worker => worker.Returns), clock.Elapsed, wrong);
    }

    /// <summary>Operations of each thread until the next rest: what is left, or as many as there are between two.</summary>
    private static int BeforeRest(SoakOptions options, long done) =>
        (int)Math.Clamp((options.Operations - done + options.Threads - 1) / options.Threads, 0, options.BetweenRests);

    private static string? Refuted(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (Violation violation)
        {
            return $"{violation.Identity}: {violation.Message}";
        }
#pragma warning disable CA1031 // An exception that the library does not document is a finding like any other, and the other threads must still come to rest.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            return $"{unexpected.GetType().Name}: {unexpected.Message}";
        }
    }
}
