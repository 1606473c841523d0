namespace Xvma.Model;

internal sealed class ScenarioRun : IScenarioRun
{
    private readonly Scenario scenario;

    public ScenarioRun(Scenario scenario)
    {
        this.scenario = scenario;
        Actors = [.. scenario.Prepare().Select(actor => (actor.Name, Names.Words(actor.Role.ToString()), actor.Body))];
    }

    public IReadOnlyList<(string Name, string Role, Action Body)> Actors { get; }

    public void EachStep() => scenario.CheckStep();

    public void AtRest() => scenario.CheckRest();
}
