using Xvma.Spec;

namespace Xvma.Architecture.Tests;

/// <summary>Compares what clauses say checks them with what there is.</summary>
/// <param name="clauses">The clauses.</param>
/// <param name="existing">The checks there are.</param>
/// <param name="awaited">Checks that clauses may name although they are not there yet.</param>
internal sealed class Tracing(IReadOnlyCollection<Clause> clauses, IReadOnlyCollection<NamedCheck> existing, IReadOnlySet<Check> awaited)
{
    private readonly HashSet<Check> known = [.. existing.Select(check => check.Check)];

    /// <summary>Checks that a clause names, that are not there and that nobody awaits.</summary>
    public IEnumerable<string> Missing =>
        from clause in clauses
        from check in clause.CheckedBy
        where !known.Contains(check) && !awaited.Contains(check)
        select $"{clause.Place}: {clause.Id} is said to be checked by the {check}, which does not exist";

    /// <summary>Awaited checks that have come, or that no clause names.</summary>
    public IEnumerable<Check> StaleChecks => awaited.Where(check => known.Contains(check) || clauses.All(clause => !clause.CheckedBy.Contains(check)));

    /// <summary>The same in words.</summary>
    public IEnumerable<string> Stale => StaleChecks.Select(check => known.Contains(check)
        ? $"the {check} has come: strike it off"
        : $"no clause names the {check}: strike it off");

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

    /// <summary>Clauses that nothing which exists checks yet.</summary>
    public IEnumerable<Clause> Unchecked => clauses.Where(clause => !clause.CheckedBy.Any(known.Contains));
}
