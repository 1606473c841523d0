namespace Braid.Tests.Sampling;

/// <summary>The strategies that sample, by the names that test reports show.</summary>
internal static class Strategies
{
    public static IReadOnlyDictionary<string, Strategy> All { get; } = new[]
    {
        Strategy.RandomWalk, Strategy.PartialOrder, Strategy.Pct(3), Strategy.Pct(10), Strategy.Uniform, Strategy.SelectivelyUniform, Strategy.Portfolio,
    }.ToDictionary(strategy => strategy.ToString());
}
