using Tenet;
using Tenet.Explore;
using Xvma.Spec;

namespace Xvma.Architecture.Tests;

/// <summary>What checks a clause through the rules that state it: nobody writes it down, it follows from the theory.</summary>
/// <param name="theory">The theory.</param>
/// <param name="claims">Obligations that are not true as they stand, by the property that they claim.</param>
/// <param name="steps">The same, by the action that they are of.</param>
/// <param name="instances">The instances that are explored of it.</param>
internal sealed class RuleChecks(
    Theory theory, ILookup<string, string> claims, ILookup<string, string> steps, IReadOnlyCollection<Instance> instances)
{
    /// <summary>Everything, of the real theory.</summary>
    public static RuleChecks Real { get; } = OfTheory();

    /// <summary>The rules that state a clause, those that are shown by it first.</summary>
    public IEnumerable<Rule> Rules(Clause clause) =>
        theory.Rules.Where(rule => rule.Clauses.Contains(clause.Id.ToString())).OrderBy(rule => rule.Clauses[0] != clause.Id.ToString());

    /// <summary>
    /// What is proved of a clause, with the number of obligations that a solver discharges: of a claim, that it holds at first and after every
    /// action that could break it; of an action, that it breaks none of the claims.
    /// </summary>
    public IEnumerable<string> Proved(Clause clause) =>
        from rule in Rules(clause)
        let ids = (rule is ActionRule ? steps : claims)[rule.Name].ToList()
        where ids.Count > 0
        select rule is ActionRule ? $"`…/{ids[0].Split('/')[1]}` × {ids.Count}" : $"`{ids[0].Split('/')[0]}/…` × {ids.Count}";

    /// <summary>
    /// Instances in which a clause is at stake: an action that states it takes part, or a claim is checked that an action which takes part could
    /// break, since it changes something that the claim speaks of. Instances of a weakened theory do not count: they are there to fail.
    /// </summary>
    public IEnumerable<string> Explored(Clause clause) =>
        from instance in instances
        where ReferenceEquals(instance.Theory, theory)
        where Rules(clause).Any(rule => rule switch
        {
            ActionRule action => instance.Takes(action),
            Property { Kind: PropertyKind.Axiom } => false,
            Property { Kind: PropertyKind.Response } when !instance.HasResponses => false,
            Property property => AtStake(property, instance),
            _ => false,
        })
        select instance.Name;

    private static bool AtStake(Property property, Instance instance)
    {
        var symbols = Formulas.Symbols(property.Response is { } response ? Formulas.And(property.Body, response) : property.Body);
        return instance.Theory.Actions.Any(action => instance.Takes(action) && action.Updates.Any(update => symbols.Contains(update.Symbol)));
    }

    private static RuleChecks OfTheory()
    {
        var theory = Spec.Formal.XvmaTheory.Theory;
        var obligations = Proofs.Induction.InductionObligations.Of(theory).Where(obligation => !obligation.IsTrivial).ToList();
        return new(
            theory,
            obligations.ToLookup(obligation => obligation.Property.Name, obligation => obligation.Id),
            obligations.Where(obligation => obligation.Action is not null).ToLookup(obligation => obligation.Action!.Name, obligation => obligation.Id),
            Model.Instances.InstanceCatalogue.All);
    }
}
