using System.Collections.Immutable;
using Tenet;
using Xvma.Proofs.Induction;

namespace Xvma.Proofs.Tests.Toys;

/// <summary>Toys with something wrong, and what is found then.</summary>
internal static class Altered
{
    public static Theory Without(this Theory theory, string property) =>
        theory with { Properties = [.. theory.Properties.Where(rule => rule.Name != property)] };

    public static Theory With(this Theory theory, string action, Func<ActionRule, ActionRule> edit) =>
        theory with { Actions = [.. theory.Actions.Select(rule => rule.Name == action ? edit(rule) : rule)] };

    public static ImmutableArray<InductionResult> Prove(this Theory theory) =>
        new InductionProver(theory, TimeSpan.FromSeconds(20), workers: 2).Prove(InductionObligations.Of(theory), stop: TestContext.Current.CancellationToken);

    public static IEnumerable<InductionResult> Failures(this Theory theory) => theory.Prove().Where(result => !result.IsProved);
}
