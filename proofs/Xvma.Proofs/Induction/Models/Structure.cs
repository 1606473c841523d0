using System.Collections.Immutable;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>
/// A finite structure: for each sort a number of elements, for each symbol its values. Evaluates formulas by the definition of truth and
/// nothing else, so that what a solver found is not taken on trust.
/// </summary>
internal sealed class Structure(IReadOnlyDictionary<Sort, int> sizes)
{
    private readonly Dictionary<Symbol, Dictionary<Tuple, int>> values = [];
    private readonly Dictionary<Variable, int> named = [];

    /// <summary>How many elements a sort has.</summary>
    public int Size(Sort sort) => sort.IsTruth ? 2 : sizes.TryGetValue(sort, out var size) ? size : sort.IsEnumeration ? sort.Members.Length : 1;

    /// <summary>All tuples of elements of these sorts.</summary>
    public IEnumerable<ImmutableArray<int>> Tuples(ImmutableArray<Sort> sorts)
    {
        IEnumerable<ImmutableArray<int>> tuples = [[]];
        foreach (var sort in sorts)
        {
            var size = Size(sort);
            tuples = tuples.SelectMany(tuple => Enumerable.Range(0, size).Select(tuple.Add));
        }

        return tuples;
    }

    public void Set(Symbol symbol, ImmutableArray<int> arguments, int value)
    {
        if (!values.TryGetValue(symbol, out var table)) values[symbol] = table = [];
        table[new(arguments)] = value;
    }

    public int Get(Symbol symbol, ImmutableArray<int> arguments) =>
        values.TryGetValue(symbol, out var table) && table.TryGetValue(new(arguments), out var value) ? value : 0;

    /// <summary>Says which element a variable stands for.</summary>
    public void Name(Variable variable, int element) => named[variable] = element;

    public int ElementOf(Variable variable) => named[variable];

    public bool Holds(Formula formula) => Value(formula, ImmutableDictionary<Variable, int>.Empty) == 1;

    /// <summary>The value of a term, of a state before a step and, where it is primed, of the one after.</summary>
    public int Value(Formula formula, ImmutableDictionary<Variable, int> scope, Structure? after = null)
    {
        int Of(Formula part) => Value(part, scope, after);
        switch (formula)
        {
            case Variable variable:
                return scope.TryGetValue(variable, out var element) ? element : named[variable];
            case Literal literal:
                return literal.Index;
            case Application { Symbol.Definition: not null }:
                return Of(Formulas.Expand(formula));
            case Application application:
                var state = application.IsPrimed ? after ?? throw new InvalidOperationException($"{application} without a state after") : this;
                return state.Get(application.Symbol, [.. application.Arguments.Select(Of)]);
            case Not not:
                return 1 - Of(not.Operand);
            case Junction { Kind: JunctionKind.And } and:
                return Truth(and.Operands.All(operand => Of(operand) == 1));
            case Junction or:
                return Truth(or.Operands.Any(operand => Of(operand) == 1));
            case Implication implication:
                return Truth(Of(implication.Premise) == 0 || Of(implication.Conclusion) == 1);
            case Equality equality:
                return Truth(Of(equality.Left) == Of(equality.Right));
            case Conditional choice:
                return Of(choice.Condition) == 1 ? Of(choice.Then) : Of(choice.Otherwise);
            case Quantified quantified:
                var sorts = quantified.Variables.Select(variable => variable.Sort).ToImmutableArray();
                bool InScope(ImmutableArray<int> tuple) =>
                    Value(quantified.Body, scope.SetItems(quantified.Variables.Zip(tuple, KeyValuePair.Create)), after) == 1;
                return Truth(quantified.Kind == QuantifierKind.All ? Tuples(sorts).All(InScope) : Tuples(sorts).Any(InScope));
            default:
                throw new ArgumentException($"{formula.GetType().Name} has no value", nameof(formula));
        }
    }

    /// <summary>The state after these updates, all at once, of values before; elements and names are the same.</summary>
    public Structure After(IEnumerable<Update> updates)
    {
        var after = new Structure(sizes);
        foreach (var (symbol, table) in values) after.values[symbol] = new(table);
        foreach (var (variable, element) in named) after.named[variable] = element;
        foreach (var update in updates)
        {
            foreach (var tuple in Tuples([.. update.Each.Select(variable => variable.Sort)]))
            {
                var scope = update.Each.Zip(tuple, KeyValuePair.Create).ToImmutableDictionary();
                after.Set(update.Symbol, [.. update.Indexes.Select(index => Value(index, scope))], Value(update.Value, scope));
            }
        }

        return after;
    }

    /// <summary>The same with elements numbered in the order in which these variables name them; the others follow.</summary>
    public Structure Renumbered(IEnumerable<Variable> order)
    {
        var numbers = sizes.Keys.ToDictionary(sort => sort, sort => Enumerable.Range(0, Size(sort)).ToArray());
        foreach (var group in order.Where(variable => !variable.Sort.IsEnumeration).GroupBy(variable => variable.Sort))
        {
            var first = group.Select(ElementOf).Distinct().ToList();
            var all = first.Concat(Enumerable.Range(0, Size(group.Key)).Except(first));
            foreach (var (old, number) in all.Select((old, number) => (old, number))) numbers[group.Key][old] = number;
        }

        int Number(Sort sort, int element) => sort.IsTruth ? element : numbers[sort][element];
        var renumbered = new Structure(sizes);
        foreach (var (symbol, table) in values)
        {
            foreach (var (tuple, value) in table)
                renumbered.Set(symbol, [.. tuple.Elements.Zip(symbol.Arguments, (element, sort) => Number(sort, element))], Number(symbol.Result, value));
        }

        foreach (var (variable, element) in named) renumbered.Name(variable, Number(variable.Sort, element));
        return renumbered;
    }

    /// <summary>The same without a state: relations false, functions into enumerations their first member.</summary>
    public Structure Emptied(Theory theory)
    {
        var empty = After([]);
        foreach (var symbol in theory.Symbols.Where(symbol => !symbol.IsRigid && symbol.Result.IsEnumeration)) empty.values.Remove(symbol);
        return empty;
    }

    private static int Truth(bool value) => value ? 1 : 0;

    // Arrays are compared by identity; tuples by what they hold.
    private readonly record struct Tuple(ImmutableArray<int> Elements)
    {
        public bool Equals(Tuple other) => Elements.AsSpan().SequenceEqual(other.Elements.AsSpan());

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var element in Elements) hash.Add(element);
            return hash.ToHashCode();
        }
    }
}
