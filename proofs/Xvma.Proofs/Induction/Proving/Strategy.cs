using System.Collections.Immutable;

namespace Xvma.Proofs.Induction;

/// <summary>A way to ask Z3.</summary>
/// <param name="Name">For reports.</param>
/// <param name="Tactic">As <c>check-sat-using</c> takes it.</param>
/// <param name="Share">The part of the time for a question that it may use, of 1.</param>
internal sealed record Strategy(string Name, string Tactic, double Share)
{
    /// <summary>In the order in which they are tried. Instances by patterns and by models; then by models only; then from another seed.</summary>
    public static ImmutableArray<Strategy> All { get; } =
    [
        new("plain", "smt", 0.4),
        new("models only", "(using-params smt :ematching false)", 0.3),
        new("another seed", "(using-params smt :random_seed 7 :restart_strategy 2)", 0.3),
    ];
}
