using System.Collections.Immutable;

namespace Tenet;

/// <summary>Collects the edges between sorts that functions and quantifiers make.</summary>
internal sealed class SortEdges
{
    private readonly HashSet<(Sort From, Sort To)> seen = [];
    private readonly List<SortEdge> edges = [];

    public IReadOnlyList<SortEdge> Edges => edges;

    /// <summary>A function yields an element for each tuple of its arguments.</summary>
    public void Add(Symbol symbol)
    {
        foreach (var argument in symbol.Arguments) Add(argument, symbol.Result, $"the function {symbol}");
    }

    /// <summary>What is asserted yields, for each choice of its universal variables, the elements that its existentials claim.</summary>
    public void AddAsserted(Formula formula, string because) =>
        Add(Formulas.Expand(formula), isAsserted: true, ImmutableDictionary<Variable, ImmutableHashSet<Sort>>.Empty, because);

    private void Add(Sort from, Sort to, string because)
    {
        // Enumerations are finite whatever yields their members.
        if (!from.IsEnumeration && !to.IsEnumeration && seen.Add((from, to))) edges.Add(new(from, to, because));
    }

    // Of each variable in scope: the sorts of the universal variables that its value depends on.
    private void Add(Formula formula, bool isAsserted, ImmutableDictionary<Variable, ImmutableHashSet<Sort>> scope, string because)
    {
        void Both(Formula part)
        {
            Add(part, true, scope, because);
            Add(part, false, scope, because);
        }

        switch (formula)
        {
            case Not not:
                Add(not.Operand, !isAsserted, scope, because);
                break;
            case Implication implication:
                Add(implication.Premise, !isAsserted, scope, because);
                Add(implication.Conclusion, isAsserted, scope, because);
                break;
            case Junction junction:
                foreach (var operand in junction.Operands) Add(operand, isAsserted, scope, because);
                break;
            case Conditional { Sort.IsTruth: true } choice:
                Both(choice.Condition);
                Add(choice.Then, isAsserted, scope, because);
                Add(choice.Otherwise, isAsserted, scope, because);
                break;
            case Quantified quantified when quantified.Kind == QuantifierKind.All == isAsserted:
                var universal = quantified.Variables.Select(variable => KeyValuePair.Create(variable, ImmutableHashSet.Create(variable.Sort)));
                Add(quantified.Body, isAsserted, scope.SetItems(universal), because);
                break;
            case Quantified quantified:
                var free = Formulas.Parts(quantified.Body).OfType<Variable>().Where(scope.ContainsKey);
                var dependsOn = free.Aggregate(ImmutableHashSet<Sort>.Empty, (sorts, variable) => sorts.Union(scope[variable]));
                foreach (var variable in quantified.Variables)
                {
                    foreach (var sort in dependsOn) Add(sort, variable.Sort, because);
                }

                Add(quantified.Body, isAsserted, scope.SetItems(quantified.Variables.Select(variable => KeyValuePair.Create(variable, dependsOn))), because);
                break;
            default:
                foreach (var part in Formulas.Children(formula)) Both(part);
                break;
        }
    }
}
