using Microsoft.Coyote.Actors;

namespace Xvma.Model.Coyote;

/// <summary>What Coyote's testing engine runs once an iteration: a fresh run of the scenario, its actors, the coordinator and the monitors.</summary>
/// <remarks>
/// Executed in the copy of this assembly that Coyote has rewritten; <see cref="Bind"/> is the only member the other copy calls, by
/// reflection, so its signature holds types of the runtime and of Coyote only.
/// </remarks>
public sealed class ScenarioTest
{
    /// <summary>A run is disposed this many iterations later: Coyote interrupts the threads of an iteration that ends early, but does not wait for them.</summary>
    private const int Grace = 4;

    private readonly Queue<IDisposable> retired = new();
    private readonly IScenarioCatalog catalog;
    private readonly string scenario;
    private readonly CallLines calls;
    private readonly Action<string, int>? order;

    private ScenarioTest(IScenarioCatalog catalog, string scenario, Action<string>? show, Action<string, int>? order)
    {
        calls = new(show);
        this.order = order;
        this.catalog = catalog;
        this.scenario = scenario;
    }

    /// <summary>The test of one scenario.</summary>
    /// <param name="catalogType">Assembly-qualified name of an <see cref="IScenarioCatalog"/>.</param>
    /// <param name="scenario">A scenario it knows.</param>
    /// <param name="show">Given each call of a behaviour as a line of text; null shows none.</param>
    /// <param name="order">Told what <see cref="SeamOrder"/> sees; null for nothing.</param>
    /// <exception cref="TypeLoadException">There is no such catalog.</exception>
    /// <exception cref="ArgumentException">The catalog has no such scenario.</exception>
    public static Action<IActorRuntime> Bind(string catalogType, string scenario, Action<string>? show, Action<string, int>? order)
    {
        var type = Type.GetType(catalogType, throwOnError: true)!;
        var catalog = (IScenarioCatalog)Activator.CreateInstance(type)!;
        // Arranged once for nothing: that there is no such scenario is to be said here, not reported as a bug of it.
        (catalog.Begin(scenario, SilentLog.Instance) as IDisposable)?.Dispose();
        return new ScenarioTest(catalog, scenario, show, order).Run;
    }

    private static Type ShellFor(string role) => role switch
    {
        "task" => typeof(TaskActor),
        "group" => typeof(GroupActor),
        "interrupt" => typeof(InterruptActor),
        "fabric" => typeof(FabricActor),
        _ => throw new ArgumentException($"There is no actor for the role '{role}'; known are task, group, interrupt and fabric.", nameof(role)),
    };

    private void Run(IActorRuntime runtime)
    {
        MemoryGuard.BeginIteration();
        SeamOrder.Tell(order);
        while (retired.Count > Grace) retired.Dequeue().Dispose();
        var run = catalog.Begin(scenario, calls);
        if (run is IDisposable disposable) retired.Enqueue(disposable);

        runtime.RegisterMonitor<SafetyMonitor>();
        runtime.RegisterMonitor<ProgressMonitor>();
        var coordinator = runtime.CreateActor(typeof(CoordinatorActor), "coordinator", new CrewEvent(run.Actors.Count, run.AtRest));
        var crew = run.Actors
            .Select(actor => runtime.CreateActor(ShellFor(actor.Role), actor.Name, new BehaviourEvent(actor.Name, actor.Body, coordinator)))
            .ToArray();
        foreach (var actor in crew) runtime.SendEvent(actor, new GoEvent());
    }
}
