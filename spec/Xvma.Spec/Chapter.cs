using System.Collections.Immutable;

namespace Xvma.Spec;

/// <summary>One chapter: one family of clauses.</summary>
/// <param name="File">Its file name, without a folder; files sort in reading order.</param>
/// <param name="Title">Its heading without the number: <c>Faults</c>.</param>
/// <param name="Clauses">Its clauses, numbered from 1 in order; at least one.</param>
public sealed record Chapter(string File, string Title, ImmutableArray<Clause> Clauses)
{
    /// <summary>The family of its clauses.</summary>
    public string Family => Clauses[0].Id.Family;
}
