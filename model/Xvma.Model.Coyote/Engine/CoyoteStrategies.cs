using System.Globalization;
using Microsoft.Coyote;

namespace Xvma.Model.Coyote;

/// <summary>The names and numbers of Coyote's strategies, as its own command line has them.</summary>
public static class CoyoteStrategies
{
    /// <summary>The largest number that a strategy may be given: more changes than that are made by <see cref="CoyoteStrategy.Random"/> anyway.</summary>
    public const uint MaxValue = 1_000;

    /// <summary>Every strategy by the name that <c>coyote test --strategy</c> gives it; <c>portfolio</c> is what it does when given none.</summary>
    public static IReadOnlyDictionary<string, CoyoteStrategy> ByName { get; } = new Dictionary<string, CoyoteStrategy>(StringComparer.Ordinal)
    {
        ["random"] = CoyoteStrategy.Random,
        ["probabilistic"] = CoyoteStrategy.Probabilistic,
        ["prioritization"] = CoyoteStrategy.Prioritization,
        ["fair-prioritization"] = CoyoteStrategy.FairPrioritization,
        ["delay-bounding"] = CoyoteStrategy.DelayBounding,
        ["fair-delay-bounding"] = CoyoteStrategy.FairDelayBounding,
        ["q-learning"] = CoyoteStrategy.QLearning,
        ["portfolio"] = CoyoteStrategy.Portfolio,
    };

    /// <summary>Its name.</summary>
    public static string Name(this CoyoteStrategy strategy) => ByName.First(known => known.Value == strategy).Key;

    /// <summary>The number a strategy has when it is given none, the one it has in Coyote's portfolio; null where it has no use for one.</summary>
    public static uint? DefaultValue(this CoyoteStrategy strategy) => strategy switch
    {
        CoyoteStrategy.Probabilistic => 3,
        CoyoteStrategy.Prioritization or CoyoteStrategy.FairPrioritization => 10,
        CoyoteStrategy.DelayBounding or CoyoteStrategy.FairDelayBounding => 10,
        _ => null,
    };

    /// <summary>Reads <c>NAME</c> or <c>NAME:VALUE</c>.</summary>
    /// <param name="text">Such as <c>prioritization:3</c>.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="value">The number given, or null.</param>
    /// <returns>Whether there is such a strategy and it has use for such a number.</returns>
    public static bool TryParse(string text, out CoyoteStrategy strategy, out uint? value)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':', 2);
        value = null;
        if (!ByName.TryGetValue(parts[0], out strategy)) return false;
        if (parts.Length == 1) return true;
        var isNumber = uint.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaxValue;
        value = number;
        return isNumber && strategy.DefaultValue() is not null;
    }

    internal static Configuration With(this Configuration configuration, CoyoteStrategy strategy, uint? given)
    {
        var value = given ?? strategy.DefaultValue() ?? 0;
        return strategy switch
        {
            CoyoteStrategy.Random => configuration.WithRandomStrategy(),
            CoyoteStrategy.Probabilistic => configuration.WithProbabilisticStrategy(value),
            CoyoteStrategy.Prioritization => configuration.WithPrioritizationStrategy(isFair: false, value),
            CoyoteStrategy.FairPrioritization => configuration.WithPrioritizationStrategy(isFair: true, value),
            CoyoteStrategy.DelayBounding => configuration.WithDelayBoundingStrategy(isFair: false, value),
            CoyoteStrategy.FairDelayBounding => configuration.WithDelayBoundingStrategy(isFair: true, value),
            CoyoteStrategy.QLearning => configuration.WithQLearningStrategy(),
            // What a configuration begins with; every other choice ends it.
            CoyoteStrategy.Portfolio => configuration,
            _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "Not a strategy."),
        };
    }
}
