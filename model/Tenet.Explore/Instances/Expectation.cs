using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>What an exploration of an instance finds, said beforehand.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="States">Distinct states, without symmetry; null when nobody has counted.</param>
/// <param name="Depth">Steps to the farthest state.</param>
/// <param name="Orbits">Distinct states with symmetry; null when there is none, or nobody has counted.</param>
public sealed record Expectation(Verdict Verdict, long? States, int? Depth, long? Orbits = null)
{
    /// <summary>The rule that is violated, by name.</summary>
    public string? Violated { get; init; }

    /// <summary>"Sometimes" properties that the instance is too small to show, by name.</summary>
    public ImmutableArray<string> Unmet { get; init; } = [];

    /// <summary>In which ways a result is another; none when it is as expected.</summary>
    public IEnumerable<string> Differences(ExplorationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Verdict != Verdict) yield return $"verdict {result.Verdict.InWords()}, expected {Verdict.InWords()}";
        if (Violated is not null && result.Violation?.Rule?.Name != Violated)
            yield return $"violated is {result.Violation?.Rule?.Name ?? "nothing"}, expected {Violated}";
        var states = result.IsReduced ? Orbits : States;
        if (states is { } count && result.States != count) yield return $"{result.States:N0} states, expected {count:N0}";
        if (Depth is { } depth && result.Depth != depth) yield return $"depth {result.Depth}, expected {depth}";
        if (result.Verdict != Verdict.Holds) yield break;
        var unmet = result.Unmet.Select(goal => goal.Name).Order().ToList();
        if (!unmet.SequenceEqual(Unmet.Order())) yield return $"unmet: {Listed(unmet)}; expected {Listed(Unmet.Order())}";
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.DefaultIfEmpty("none"));
}
