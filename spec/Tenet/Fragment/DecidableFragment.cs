using System.Collections.Immutable;

namespace Tenet;

/// <summary>
/// The fragment of first-order logic in which satisfiability is decidable and every satisfiable formula has a finite model: effectively
/// propositional logic with stratified functions (Ge, de Moura: Complete instantiation for quantified formulas in SMT; CAV 2009). A theory is
/// in it when no sort yields, by functions and by existentials after universals, elements of itself.
/// </summary>
public static class DecidableFragment
{
    /// <summary>
    /// The edges of everything that a theory asserts: what is assumed, what enables an action, the negation of what is claimed. What a claim
    /// says after an action depends on the two: a proof looks at each with the other overload.
    /// </summary>
    public static ImmutableArray<SortEdge> Edges(Theory theory)
    {
        ArgumentNullException.ThrowIfNull(theory);
        var edges = new SortEdges();
        foreach (var symbol in theory.Symbols) edges.Add(symbol);
        foreach (var property in theory.Properties.Where(property => property.Kind is PropertyKind.Axiom or PropertyKind.Safety or PropertyKind.Supporting))
            edges.AddAsserted(property.Closed, $"{property.Title}, assumed");
        foreach (var property in theory.Properties.Where(property => property.Kind is PropertyKind.Safety or PropertyKind.Supporting or PropertyKind.Transition))
            edges.AddAsserted(Formulas.Negate(property.Closed), $"{property.Title}, denied");
        foreach (var action in theory.Actions) edges.AddAsserted(action.Enabled, $"{action.Title}, enabled");
        return [.. edges.Edges];
    }

    /// <summary>The edges of functions and of formulas that are asserted together.</summary>
    /// <param name="symbols">The functions.</param>
    /// <param name="asserted">The formulas, each with its name; free variables stand for constants.</param>
    public static ImmutableArray<SortEdge> Edges(IEnumerable<Symbol> symbols, IEnumerable<(string Name, Formula Formula)> asserted)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentNullException.ThrowIfNull(asserted);
        var edges = new SortEdges();
        foreach (var symbol in symbols) edges.Add(symbol);
        foreach (var (name, formula) in asserted) edges.AddAsserted(formula, name);
        return [.. edges.Edges];
    }

    /// <summary>A shortest way from a sort back to itself; empty when there is none.</summary>
    public static ImmutableArray<SortEdge> Cycle(ImmutableArray<SortEdge> edges) => edges
        .Select(edge => Way(edges, edge))
        .Where(cycle => !cycle.IsEmpty)
        .OrderBy(cycle => cycle.Length)
        .FirstOrDefault([]);

    /// <summary>Why a theory is not in the fragment, in one line; null when it is.</summary>
    public static string? Problem(Theory theory)
    {
        var cycle = Cycle(Edges(theory));
        return cycle.IsEmpty ? null : $"the theory leaves the decidable fragment: {string.Join(", ", cycle)}";
    }

    // Breadth first from where an edge leads back to where it comes from.
    private static ImmutableArray<SortEdge> Way(ImmutableArray<SortEdge> edges, SortEdge first)
    {
        var open = new Queue<ImmutableArray<SortEdge>>([[first]]);
        var seen = new HashSet<Sort>(ReferenceEqualityComparer.Instance);
        while (open.TryDequeue(out var way))
        {
            var at = way[^1].To;
            if (ReferenceEquals(at, first.From)) return way;
            if (!seen.Add(at)) continue;
            foreach (var edge in edges.Where(edge => ReferenceEquals(edge.From, at))) open.Enqueue(way.Add(edge));
        }

        return [];
    }
}
