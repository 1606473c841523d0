namespace Xvma.Model;

/// <summary>A cell of the matrix of pairs.</summary>
/// <param name="First">One operation.</param>
/// <param name="Second">The other; it may be the same.</param>
/// <param name="IsOfOneTask">Whether two threads of one task perform them, else two tasks do.</param>
public sealed record Pair(PairOperation First, PairOperation Second, bool IsOfOneTask)
{
    /// <summary>What it is called, as a scenario's name: schedules name it, and <c>xvma replay</c> finds it again.</summary>
    public string Name => $"{First.Name} beside {Second.Name}{(IsOfOneTask ? ", one task" : "")}";

    /// <summary>It as a scenario.</summary>
    public ScenarioInfo Scenario => new(Name, world => new PairScenario(world, First, Second, IsOfOneTask));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
