using System.Collections.Immutable;

namespace Tenet;

/// <summary>A rule of a theory: an action or a property.</summary>
/// <param name="Name">Its name in words, unique in the theory: <c>join</c>.</param>
/// <param name="Clauses">The ids of the clauses it states, at least one; the first is the one it is shown by.</param>
/// <param name="Meaning">One line of prose; empty when the clause says it.</param>
/// <param name="Parameters">What it is said of.</param>
public abstract record Rule(string Name, ImmutableArray<string> Clauses, string Meaning, ImmutableArray<Variable> Parameters)
{
    /// <summary>Clause and name: <c>GRP-2 join</c>.</summary>
    public string Title => $"{Clauses[0]} {Name}";
}
