using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>
/// Turns formulas into nodes: variables become values, quantifiers finite junctions, rigid symbols and known cells constants. A primed cell is
/// numbered after all others: cell + number of cells.
/// </summary>
internal sealed class Grounder(Setting setting, CellTable cells, Nodes nodes)
{
    private readonly Dictionary<Variable, Term> scope = [];
    private readonly Dictionary<(Symbol Symbol, int Tuple), Node> definitions = [];

    /// <summary>Binds parameters to a tuple; replaces what they were bound to.</summary>
    public void Bind(ImmutableArray<Variable> variables, ReadOnlySpan<int> tuple)
    {
        for (var i = 0; i < variables.Length; i++) scope[variables[i]] = new KnownTerm(tuple[i]);
    }

    /// <summary>All tuples for these parameters.</summary>
    public IEnumerable<int[]> Tuples(ImmutableArray<Variable> variables) => setting.Tuples(SortsOf(variables));

    public Node Truth(Formula formula)
    {
        switch (formula)
        {
            case Literal literal:
                return nodes.Truth(literal.Index == 1);
            case Application { Symbol.Definition: { } definition } defined:
                return Defined(defined, definition);
            case Variable or Application:
                return nodes.Has(Value(formula), 1);
            case Not not:
                return nodes.Not(Truth(not.Operand));
            case Junction junction:
                return Join(junction.Kind, junction.Operands.Select(Truth));
            case Implication implication:
                var premise = Truth(implication.Premise);
                return ReferenceEquals(premise, nodes.False) ? nodes.True : nodes.Or(nodes.Not(premise), Truth(implication.Conclusion));
            case Equality { Left.Sort.IsTruth: true } equivalence:
                return nodes.Iff(Truth(equivalence.Left), Truth(equivalence.Right));
            case Equality equality:
                return nodes.Same(Value(equality.Left), Value(equality.Right), setting.Size(equality.Left.Sort));
            case Conditional choice:
                return nodes.If(Truth(choice.Condition), Truth(choice.Then), Truth(choice.Otherwise));
            case Quantified quantified:
                return Join(quantified.Kind == QuantifierKind.All ? JunctionKind.And : JunctionKind.Or, Instances(quantified));
            default:
                throw new ArgumentException($"{formula.GetType().Name} is no formula", nameof(formula));
        }
    }

    public Term Value(Formula formula)
    {
        switch (formula)
        {
            case Literal literal:
                return new KnownTerm(literal.Index);
            case Variable variable:
                return scope[variable];
            case Application { Symbol.Definition: null } application:
                var arguments = application.Arguments.Select(Value).ToArray();
                return At(application.Symbol, application.IsPrimed, arguments, new int[arguments.Length], 0);
            case Conditional { Sort.IsTruth: false } choice:
                return nodes.Choose(Truth(choice.Condition), Value(choice.Then), Value(choice.Otherwise));
            default:
                return nodes.OfTruth(Truth(formula));
        }
    }

    // Arguments that depend on the state are decided one by one, from the left.
    private Term At(Symbol symbol, bool isPrimed, Term[] arguments, int[] decided, int next)
    {
        if (next == arguments.Length) return Lookup(symbol, isPrimed, decided);
        if (arguments[next] is KnownTerm known)
        {
            decided[next] = known.Known;
            return At(symbol, isPrimed, arguments, decided, next + 1);
        }

        var size = setting.Size(symbol.Arguments[next]);
        Term? result = null;
        for (var value = size - 1; value >= 0; value--)
        {
            decided[next] = value;
            var here = At(symbol, isPrimed, arguments, decided, next + 1);
            result = result is null ? here : nodes.Choose(nodes.Has(arguments[next], value), here, result);
        }

        return result!;
    }

    private Term Lookup(Symbol symbol, bool isPrimed, ReadOnlySpan<int> arguments)
    {
        if (symbol.IsRigid) return new KnownTerm(setting.Rigid(symbol, arguments));
        var cell = cells.Find(symbol, arguments);
        if (cells.Known(cell) is { } known) return new KnownTerm(known);
        return new CellTerm(isPrimed ? cell + cells.Count : cell);
    }

    private Node Defined(Application application, Definition definition)
    {
        var arguments = application.Arguments.Select(Value).ToArray();
        int? key = null;
        if (!application.IsPrimed && arguments.All(argument => argument is KnownTerm))
        {
            key = setting.Position(application.Symbol.Arguments, [.. arguments.Select(argument => ((KnownTerm)argument).Known)]);
            if (definitions.TryGetValue((application.Symbol, key.Value), out var known)) return known;
        }

        var body = application.IsPrimed ? Formulas.Prime(definition.Body) : definition.Body;
        var outer = definition.Parameters.Select(parameter => scope.GetValueOrDefault(parameter)).ToArray();
        for (var i = 0; i < arguments.Length; i++) scope[definition.Parameters[i]] = arguments[i];
        var made = Truth(body);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (outer[i] is { } before) scope[definition.Parameters[i]] = before;
            else scope.Remove(definition.Parameters[i]);
        }

        if (key is { } found) definitions.Add((application.Symbol, found), made);
        return made;
    }

    private IEnumerable<Node> Instances(Quantified quantified)
    {
        foreach (var tuple in Tuples(quantified.Variables))
        {
            Bind(quantified.Variables, tuple);
            yield return Truth(quantified.Body);
        }
    }

    // Stops at the first part that decides the whole.
    private Node Join(JunctionKind kind, IEnumerable<Node> parts)
    {
        var (neutral, dominant) = kind == JunctionKind.And ? (nodes.True, nodes.False) : (nodes.False, nodes.True);
        var open = new List<Node>();
        foreach (var part in parts)
        {
            if (ReferenceEquals(part, dominant)) return dominant;
            if (!ReferenceEquals(part, neutral)) open.Add(part);
        }

        return kind == JunctionKind.And ? nodes.And(open) : nodes.Or(open);
    }

    private static ImmutableArray<Sort> SortsOf(ImmutableArray<Variable> variables) => [.. variables.Select(variable => variable.Sort)];
}
