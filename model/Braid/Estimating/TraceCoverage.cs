using System.Globalization;

namespace Braid;

/// <summary>
/// How much of a program sampling has seen, in executions that differ by more than the order of independent steps: a share of the exact total
/// where that is known, otherwise an estimate.
/// </summary>
/// <remarks>
/// The estimates take schedules for independent draws from one distribution. So they are, for a single strategy after its pilot; a portfolio's are
/// draws from several in fixed shares, for which the intervals are if anything too wide. None of the strategies draws all executions alike: that is why
/// the total is a lower bound, the share seen an upper one, and why both can be far off as long as <see cref="NextIsNew"/> is not small.
/// </remarks>
public sealed record TraceCoverage
{
    /// <summary>Schedules that ran to their end.</summary>
    public required long Schedules { get; init; }

    /// <summary>Different executions among them.</summary>
    public required long Traces { get; init; }

    /// <summary>Executions seen once.</summary>
    public required long SeenOnce { get; init; }

    /// <summary>Executions seen twice.</summary>
    public required long SeenTwice { get; init; }

    /// <summary>Different executions after 1, 2, 4, … schedules and after all of them.</summary>
    public required IReadOnlyList<DiscoveryPoint> Curve { get; init; }

    /// <summary>How many executions there are, if that is known from somewhere else.</summary>
    public long? KnownTotal { get; init; }

    /// <summary>How many executions there are at least (Chao1): right when those not seen are no rarer than those seen once, else too low.</summary>
    public Estimate AtLeast => Species.AtLeast(Schedules, Traces, SeenOnce, SeenTwice);

    /// <summary>Probability that one more schedule of the same kind would be an execution not seen so far (Good–Turing); 0 … 1.</summary>
    public Estimate NextIsNew => Species.NextIsNew(Schedules, SeenOnce, SeenTwice);

    /// <summary>The share seen of all executions: exact where the total is known, otherwise an upper bound with its error; 0 … 1.</summary>
    public Estimate Share => ShareOf(Traces);

    /// <summary>Which share of all executions <paramref name="traces"/> of them are, seen by whatever means: as <see cref="Share"/>, and at most 1.</summary>
    public Estimate ShareOf(long traces)
    {
        if (Traces == 0) return new(1, 0, 1);
        var total = KnownTotal is { } exact ? new(exact, exact, exact) : AtLeast;
        return new(Math.Min(1, traces / total.Value), Math.Min(1, traces / total.High), Math.Min(1, traces / total.Low));
    }

    /// <summary>The share that <paramref name="traces"/> executions are, in words: <c>24.3 % of 3,328 seen</c>, or <c>≤ 91 % ± 3 seen</c> where the total is estimated.</summary>
    public string Describe(long traces)
    {
        var share = ShareOf(traces);
        return KnownTotal is { } total
            ? string.Create(CultureInfo.InvariantCulture, $"{100 * share.Value:0.#} % of {total:N0} seen")
            : string.Create(CultureInfo.InvariantCulture, $"≤ {100 * share.Value:0} % ± {Math.Ceiling(100 * share.Error):0} seen");
    }

    /// <summary>The same sampling, held against an exhaustive search of the same program within the same bounds.</summary>
    /// <exception cref="ArgumentException">The search did not cover everything.</exception>
    public TraceCoverage Against(ExplorationResult exhausted)
    {
        ArgumentNullException.ThrowIfNull(exhausted);
        if (exhausted.Verdict != Verdict.Exhausted) throw new ArgumentException("Only a search that covered everything says how many executions there are.", nameof(exhausted));
        return this with { KnownTotal = exhausted.DistinctTraces ?? exhausted.Traces };
    }

    /// <inheritdoc/>
    public override string ToString() => Describe(Traces);
}
