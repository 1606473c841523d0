using System.Collections.Immutable;
using Xvma.Spec;

namespace Xvma.Architecture.Tests;

/// <summary>Everything that is behind one clause.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Rules">Rules that state it, by name.</param>
/// <param name="Proofs">What is proved of it.</param>
/// <param name="Instances">Instances that explore it.</param>
/// <param name="Scenarios">Scenarios that run the code for it.</param>
/// <param name="KnownBugs">Known bugs that break it.</param>
/// <param name="Tests">Tests and lemmas of it.</param>
internal sealed record TraceRow(
    Clause Clause, ImmutableArray<string> Rules, ImmutableArray<string> Proofs, ImmutableArray<string> Instances,
    ImmutableArray<string> Scenarios, ImmutableArray<string> KnownBugs, ImmutableArray<string> Tests)
{
    /// <summary>Whether nothing is behind it.</summary>
    public bool IsBare => Proofs.IsEmpty && Instances.IsEmpty && Scenarios.IsEmpty && KnownBugs.IsEmpty && Tests.IsEmpty;

    /// <summary>The row of a clause, of checks that exist: those it names and those that name it.</summary>
    public static TraceRow Of(Clause clause, RuleChecks rules, IReadOnlyCollection<NamedCheck> existing)
    {
        var id = clause.Id.ToString();
        var behind = existing.Where(check => clause.CheckedBy.Contains(check.Check) || check.Clauses.Contains(id)).Select(check => check.Check).Distinct().ToList();
        ImmutableArray<string> Named(params CheckKind[] kinds) =>
            [.. behind.Where(check => kinds.Contains(check.Kind)).Select(check => check.Name).Order(StringComparer.Ordinal)];
        return new(
            clause,
            [.. rules.Rules(clause).Select(rule => rule.Name)],
            [.. rules.Proved(clause)],
            [.. rules.Explored(clause)],
            Named(CheckKind.Scenario),
            Named(CheckKind.KnownBug),
            Named(CheckKind.Test, CheckKind.Lemma));
    }
}
