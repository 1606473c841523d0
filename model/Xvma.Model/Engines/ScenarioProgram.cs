using Braid;
using Tenet;
using Xvma.Model.Refinement;

namespace Xvma.Model;

/// <summary>The shell that runs a scenario under Braid: a thread for each actor, over the controlled instantiation.</summary>
public class ScenarioProgram : Program
{
    private readonly ScenarioInfo scenario;

    internal ScenarioProgram(ScenarioInfo scenario, Theory? theory)
    {
        this.scenario = scenario;
        Observer = theory is null ? null : new BraidOracle(theory);
    }

    /// <inheritdoc/>
    public override string Name => scenario.Name;

    /// <summary>The oracle, unless there is to be none.</summary>
    public override IScheduleObserver? Observer { get; }

    private protected IScenarioRun? Run { get; private set; }

    /// <summary>
    /// Makes programs of the scenario called <paramref name="name"/>. Known bugs are run by calling this in a second copy of this
    /// assembly, bound to the edited library; the type it returns is shared between the copies.
    /// </summary>
    /// <param name="name">The scenario's name.</param>
    /// <param name="theory">The specification that every step is held against; null for none.</param>
    public static Func<Program> Factory(string name, Theory? theory)
    {
        var scenario = ScenarioCatalogue.Find(name);
        return scenario.IsWatched ? () => new WatchedScenarioProgram(scenario, theory) : () => new ScenarioProgram(scenario, theory);
    }

    /// <inheritdoc/>
    public override void Arrange(Stage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        Run = scenario.Start(World.Over<BraidSync>(BraidLog.Instance));
        foreach (var (name, _, body) in Run.Actors) stage.Thread(name, body);
    }

    /// <inheritdoc/>
    public override void AtRest() => Run!.AtRest();
}
