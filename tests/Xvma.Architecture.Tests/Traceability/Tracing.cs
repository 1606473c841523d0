using Xvma.Spec;

namespace Xvma.Architecture.Tests;

/// <summary>Compares what clauses say checks them with what there is.</summary>
/// <param name="clauses">The clauses.</param>
/// <param name="existing">The checks there are.</param>
internal sealed class Tracing(IReadOnlyCollection<Clause> clauses, IReadOnlyCollection<NamedCheck> existing)
{
    private readonly HashSet<Check> known = [.. existing.Select(check => check.Check)];

    /// <summary>Checks that a clause names and that are not there.</summary>
    public IEnumerable<string> Missing =>
        from clause in clauses
        from check in clause.CheckedBy
        where !known.Contains(check)
        select $"{clause.Place}: {clause.Id} is said to be checked by the {check}, which does not exist";

    /// <summary>Checks that say they check a clause that does not exist.</summary>
    public IEnumerable<string> UnknownClauses =>
        from check in existing
        from text in check.Clauses
        where !ClauseId.TryParse(text, out var id) || clauses.All(clause => clause.Id != id)
        select $"{check.Origin}: the {check.Check} says it checks {text}, which is no clause";

    /// <summary>Scenarios, known bugs and lemmas that no clause names.</summary>
    public IEnumerable<string> Unnamed =>
        from check in existing
        where check.Check.Kind != CheckKind.Test && clauses.All(clause => !clause.CheckedBy.Contains(check.Check))
        select $"{check.Origin}: no clause names the {check.Check}";

    /// <summary>Clauses that nothing which exists checks.</summary>
    public IEnumerable<Clause> Unchecked => clauses.Where(clause => !clause.CheckedBy.Any(known.Contains));
}
