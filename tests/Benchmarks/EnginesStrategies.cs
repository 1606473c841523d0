using Braid;
using Xvma.Model.Coyote;

namespace Benchmarks;

/// <summary>Who takes part in the comparison.</summary>
internal static class EnginesStrategies
{
    /// <summary>Braid's searches: the optimal one, which is the default, and the one by source sets.</summary>
    public static IReadOnlyList<Strategy> Searching { get; } = [Strategy.Exhaustive, Strategy.SourceSets];

    /// <summary>Braid's samplers.</summary>
    public static IReadOnlyList<Strategy> Sampling { get; } =
        [Strategy.RandomWalk, Strategy.PartialOrder, Strategy.Pct(3), Strategy.Uniform, Strategy.SelectivelyUniform, Strategy.Portfolio];

    /// <summary>All of Coyote's.</summary>
    public static IReadOnlyList<CoyoteStrategy> Coyote { get; } = [.. CoyoteStrategies.ByName.Values];

    /// <summary>Those of Coyote that look for bugs: one of each kind. The others differ from one of them in being fair, which matters to liveness bugs only.</summary>
    public static IReadOnlyList<CoyoteStrategy> CoyoteForBugs { get; } =
        [CoyoteStrategy.Random, CoyoteStrategy.Prioritization, CoyoteStrategy.FairDelayBounding, CoyoteStrategy.QLearning, CoyoteStrategy.Portfolio];
}
