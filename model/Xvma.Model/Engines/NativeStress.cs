using System.Runtime.ExceptionServices;

namespace Xvma.Model;

/// <summary>Runs a scenario over the production instantiation on real threads: finds nothing reliably, but what it finds is real.</summary>
public static class NativeStress
{
    /// <summary>Runs <paramref name="scenario"/> so many times.</summary>
    /// <exception cref="Braid.Violation">An expectation or an invariant did not hold.</exception>
    public static void Run(ScenarioInfo scenario, int rounds)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        for (var round = 0; round < rounds; round++) RunOnce(scenario.Start());
    }

    private static void RunOnce(IScenarioRun run)
    {
        using var start = new Barrier(run.Actors.Count);
        ExceptionDispatchInfo? first = null;
        var threads = run.Actors.Select(actor => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                actor.Body();
            }
#pragma warning disable CA1031 // Whatever an actor throws is rethrown where the round was started.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(failure), null);
            }
        })
        { Name = actor.Name }).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        first?.Throw();
        run.AtRest();
    }
}
