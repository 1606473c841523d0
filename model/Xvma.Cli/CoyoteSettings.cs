using Xvma.Model.Coyote;

namespace Xvma.Cli;

/// <summary>How <c>xvma check</c> uses Microsoft Coyote.</summary>
internal sealed record CoyoteSettings
{
    /// <summary>The strategies, each for its share of the budget; the number that was given with it, or null.</summary>
    public IReadOnlyList<(CoyoteStrategy Strategy, uint? Value)> Strategies { get; init; } =
        [(CoyoteStrategy.Random, null), (CoyoteStrategy.Prioritization, null), (CoyoteStrategy.FairPrioritization, null)];

    /// <summary>Everything but the strategy, the budget and the seed.</summary>
    public CoyoteOptions Options { get; init; } = new();

    /// <summary>Whether to write down which events of which actors and monitors were met.</summary>
    public bool IsCoverageWritten { get; init; }

    /// <summary>Where Coyote's own files go.</summary>
    public string Folder { get; init; } = Path.Combine("artifacts", "coyote");

    /// <summary>How a strategy is called in tables and files: <c>prioritization:3</c>.</summary>
    public static string Name(CoyoteStrategy strategy, uint? value) => strategy.Name() + (value is { } number ? $":{number}" : "");
}
