using System.Collections.Immutable;

namespace Tenet;

/// <summary>What was written is no theory.</summary>
/// <param name="problems">Each with the rule it is in.</param>
public sealed class TheoryException(ImmutableArray<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Each with the rule it is in.</summary>
    public ImmutableArray<string> Problems { get; } = problems;
}
