using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Xvma.Model;

/// <summary>All scenarios.</summary>
public static class ScenarioCatalogue
{
    /// <summary>All scenarios, by name.</summary>
    public static IReadOnlyList<ScenarioInfo> All { get; } =
    [
        .. typeof(ScenarioCatalogue).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<ScenarioAttribute>() is not null)
            .Select(type => new ScenarioInfo(type))
            .OrderBy(scenario => scenario.Name, StringComparer.Ordinal),
    ];

    /// <summary>The scenario of this name, or the pair (<see cref="PairCatalogue"/>).</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out ScenarioInfo? scenario)
    {
        scenario = All.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? PairCatalogue.All.FirstOrDefault(pair => string.Equals(pair.Name, name, StringComparison.OrdinalIgnoreCase))?.Scenario;
        return scenario is not null;
    }

    /// <summary>The scenario of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static ScenarioInfo Find(string name) =>
        TryFind(name, out var scenario) ? scenario : throw new KeyNotFoundException($"No scenario is called “{name}”.");
}
