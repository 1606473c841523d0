namespace Xvma.Model;

/// <summary>Marks a class as a scenario: who meets whom, and which clauses are at stake.</summary>
/// <param name="name">Its name in words, the same in the chapters, on the command line and in schedule files.</param>
/// <param name="clauses">Ids of the clauses it checks.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScenarioAttribute(string name, params string[] clauses) : Attribute
{
    /// <summary>Its name in words.</summary>
    public string Name { get; } = name;

    /// <summary>Ids of the clauses it checks.</summary>
    public IReadOnlyList<string> Clauses { get; } = clauses;

    /// <summary>Whether it is explored with store buffers only when that is asked for: it takes minutes.</summary>
    public bool IsLongWithBuffers { get; init; }

    /// <summary>Schedules with at most this many preemptions are explored; negative: all schedules.</summary>
    public int Preemptions { get; init; } = -1;
}
