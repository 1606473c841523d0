namespace Xvma.Model;

/// <summary>One run of a scenario, arranged: what an engine needs to know of it.</summary>
public interface IScenarioRun
{
    /// <summary>The actors in the order they are declared; each body runs on a thread of its own. Roles: task, group, interrupt.</summary>
    IReadOnlyList<(string Name, string Role, Action Body)> Actors { get; }

    /// <summary>What must hold after every step; throws <see cref="Braid.Violation"/>.</summary>
    void EachStep();

    /// <summary>What must hold when all bodies have returned; throws <see cref="Braid.Violation"/>. Ends all tasks.</summary>
    void AtRest();
}
