namespace Xvma.Model;

/// <summary>The shell for a scenario with an invariant of every step, which the search must take for a reader of all that it looks at.</summary>
internal sealed class WatchedScenarioProgram(ScenarioInfo scenario, Tenet.Theory? theory) : ScenarioProgram(scenario, theory)
{
    public override void EachStep() => Run!.EachStep();
}
