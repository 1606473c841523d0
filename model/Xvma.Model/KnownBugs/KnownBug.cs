using System.Diagnostics.CodeAnalysis;
using Braid;

namespace Xvma.Model;

/// <summary>A bug out of history as an edit of the production sources, which the checker must find.</summary>
public sealed record KnownBug
{
    /// <summary>All known bugs, by name.</summary>
    public static IReadOnlyList<KnownBug> All { get; } = EmbeddedText.KnownBugs();

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where and how it happened, in a sentence.</summary>
    public required string Happened { get; init; }

    /// <summary>What happened where it comes from, and how it was mended there, in a few sentences.</summary>
    public required string Original { get; init; }

    /// <summary>What has to come together for it to show: why a smaller search passes over it.</summary>
    public required string Needs { get; init; }

    /// <summary>Ids of the clauses it breaks.</summary>
    public required IReadOnlyList<string> Breaks { get; init; }

    /// <summary>Name of the scenario that must find it.</summary>
    public required string Scenario { get; init; }

    /// <summary>The memory model under which it shows: sequential consistency unless it is about a fence.</summary>
    public MemoryModel Memory { get; init; }

    /// <summary>The edits that make it; at least one.</summary>
    public required IReadOnlyList<SourceEdit> Edits { get; init; }

    /// <summary>The known bug of this name.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out KnownBug? bug)
    {
        bug = All.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase));
        return bug is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
