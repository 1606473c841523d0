using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>An instance of a theory cannot be explored as it is described.</summary>
/// <param name="problems">Each in a sentence.</param>
public sealed class InstanceException(ImmutableArray<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    internal InstanceException(string problem)
        : this([problem])
    {
    }

    /// <summary>Each in a sentence.</summary>
    public ImmutableArray<string> Problems { get; } = problems;
}
