using Braid;

namespace Xvma.Model;

/// <summary>The shell that runs a scenario under Braid: a thread for each actor, over the controlled instantiation.</summary>
public sealed class ScenarioProgram : Program
{
    private readonly ScenarioInfo scenario;
    private IScenarioRun? run;

    /// <summary>Prepares <paramref name="scenario"/>; one instance a worker.</summary>
    public ScenarioProgram(ScenarioInfo scenario) => this.scenario = scenario;

    /// <summary>
    /// Makes programs of the scenario called <paramref name="name"/>. Known bugs are run by calling this in a second copy of this
    /// assembly, bound to the edited library; the type it returns is shared between the copies.
    /// </summary>
    public static Func<Program> Factory(string name)
    {
        var scenario = ScenarioCatalogue.Find(name);
        return () => new ScenarioProgram(scenario);
    }

    /// <inheritdoc/>
    public override void Arrange(Stage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        run = scenario.Start(World.Over<BraidSync>(BraidLog.Instance));
        foreach (var (name, _, body) in run.Actors) stage.Thread(name, body);
    }

    /// <inheritdoc/>
    public override void EachStep() => run!.EachStep();

    /// <inheritdoc/>
    public override void AtRest() => run!.AtRest();
}
