using Braid;

namespace Xvma.Cli;

/// <summary>How much sampling has seen, as <c>--json</c> writes it; see <see cref="TraceCoverage"/>.</summary>
/// <param name="Strategy">What was sampled by.</param>
/// <param name="Schedules">Schedules drawn.</param>
/// <param name="Traces">Executions among them that differ by more than the order of independent steps.</param>
/// <param name="Share">The share of all that were seen: exact where the total is known, otherwise an upper bound; 0 … 1.</param>
/// <param name="KnownTotal">How many there are, where that is known.</param>
/// <param name="AtLeast">How many there are at least (Chao1).</param>
/// <param name="NextIsNew">Probability that one more schedule would show a new one (Good–Turing); 0 … 1.</param>
/// <param name="SeenOnce">Executions seen once.</param>
/// <param name="SeenTwice">Executions seen twice.</param>
/// <param name="Curve">Different executions after 1, 2, 4, … schedules and after all.</param>
internal sealed record CoverageReport(
    string Strategy, long Schedules, long Traces, Estimate Share, long? KnownTotal, Estimate AtLeast, Estimate NextIsNew, long SeenOnce, long SeenTwice, IReadOnlyList<DiscoveryPoint> Curve)
{
    public static CoverageReport? Of(Strategy strategy, TraceCoverage? coverage) => coverage is null ? null : new(
        strategy.ToString(), coverage.Schedules, coverage.Traces, coverage.Share, coverage.KnownTotal, coverage.AtLeast, coverage.NextIsNew, coverage.SeenOnce,
        coverage.SeenTwice, coverage.Curve);

    /// <summary>The curve in a line.</summary>
    public string CurveText => string.Join(' ', Curve.Select(point => Short(point.Traces)));

    /// <summary>The probability that one more is new, in percent with its error.</summary>
    public string NewText => FormattableString.Invariant($"{100 * NextIsNew.Value:0.#} % ± {Math.Ceiling(1000 * NextIsNew.Error) / 10:0.#}");

    /// <summary>How many there are: the known number, or the estimate with its interval.</summary>
    public string TotalText => KnownTotal is { } total
        ? TextTable.Count(total)
        : FormattableString.Invariant($"≥ {Short((long)AtLeast.Value)} ({Short((long)AtLeast.Low)}–{Short((long)AtLeast.High)})");

    private static string Short(long number) => number switch
    {
        < 10_000 => FormattableString.Invariant($"{number}"),
        < 1_000_000 => FormattableString.Invariant($"{number / 1_000}k"),
        _ => FormattableString.Invariant($"{number / 1e6:0.#}M"),
    };
}
