namespace Tenet.Building;

/// <summary>What rules must be to each other: names once, every cell set once, primes in transition properties only, rigid axioms.</summary>
internal static class Consistency
{
    public static IEnumerable<string> Problems(
        IReadOnlyList<ActionRule> actions, IReadOnlyList<Property> properties, IReadOnlyList<Update> initial)
    {
        var rules = actions.Cast<Rule>().Concat(properties).ToList();
        foreach (var twice in rules.GroupBy(rule => rule.Name).Where(group => group.Count() > 1))
            yield return $"{twice.Key}: two rules of this name";

        foreach (var (where, updates) in actions.Select(action => (action.Name, action.Updates.AsEnumerable())).Append(("initially", initial)))
        {
            foreach (var twice in updates.GroupBy(update => update.Symbol).Where(group => group.Count() > 1))
                yield return $"{where}: {twice.Key} is set twice; use one ForEach, so that no cell can get two values";
        }

        if (initial.SelectMany(update => update.Indexes.Append(update.Value)).SelectMany(Formulas.Parts).Any(part => part is Application { IsPrimed: true }))
            yield return "initially: Next is for transition properties";

        foreach (var rule in rules)
        {
            var parts = Bodies(rule).SelectMany(Formulas.Parts).OfType<Application>().ToList();
            var isOfSteps = rule is Property { Kind: PropertyKind.Transition };
            if (!isOfSteps && parts.Any(part => part.IsPrimed)) yield return $"{rule.Name}: Next is for transition properties";
            if (isOfSteps && !parts.Any(part => part.IsPrimed)) yield return $"{rule.Name}: it says nothing of a step; use Next, or Always";
            if (rule is Property { Kind: PropertyKind.Axiom } && Bodies(rule).SelectMany(Formulas.Symbols).OrderBy(symbol => symbol.Name, StringComparer.Ordinal).FirstOrDefault(symbol => !symbol.IsRigid) is { } changing)
                yield return $"{rule.Name}: an axiom is about the setting, and {changing} is part of the state";
            if (rule is ActionRule { Updates.IsEmpty: true }) yield return $"{rule.Name}: an action that changes nothing";
        }
    }

    private static IEnumerable<Formula> Bodies(Rule rule) => rule switch
    {
        ActionRule action => [action.Guard, .. action.Refusals.Select(refusal => refusal.When), .. action.Updates.SelectMany(update => update.Indexes.Append(update.Value))],
        Property { Response: { } response } property => [property.Body, response],
        Property property => [property.Body],
        _ => [],
    };
}
