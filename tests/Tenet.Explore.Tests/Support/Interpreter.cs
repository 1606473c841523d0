namespace Tenet.Explore.Tests;

/// <summary>
/// A second opinion, slow and plain: states are dictionaries, formulas are evaluated as they are written, nothing is grounded, packed or
/// compiled. Shares with the explorer only the instance and the theory.
/// </summary>
internal sealed class Interpreter(Instance instance)
{
    private readonly Dictionary<Variable, int> scope = [];
    private State now = null!;
    private State? next;

    public (int States, int Depth, string Verdict, string? Violated, List<string> Unmet) Explore()
    {
        var theory = instance.Theory;
        var invariants = theory.Of(PropertyKind.Safety).Concat(theory.Of(PropertyKind.Supporting)).ToList();
        var unmet = theory.Of(PropertyKind.Sometimes).ToList();
        var seen = new HashSet<string>();
        var level = Initial().Where(state => seen.Add(state.Key)).ToList();
        for (var depth = 0; ; depth++)
        {
            var found = new List<State>();
            var (dead, wrong, badStep) = (false, (string?)null, (string?)null);
            foreach (var state in level)
            {
                now = state;
                next = null;
                wrong ??= invariants.FirstOrDefault(invariant => !Is(invariant.Closed))?.Name;
                unmet.RemoveAll(goal => Is(goal.Closed));
            }

            if (wrong is not null) return (seen.Count, depth, "safety", wrong, []);
            foreach (var state in level)
            {
                now = state;
                var any = false;
                foreach (var action in theory.Actions.Where(instance.Takes))
                {
                    foreach (var successor in Successors(action).ToList())
                    {
                        any = true;
                        next = successor;
                        badStep ??= theory.Of(PropertyKind.Transition).FirstOrDefault(property => !Is(property.Closed))?.Name;
                        next = null;
                        if (seen.Add(successor.Key)) found.Add(successor);
                    }
                }

                dead |= !any && !instance.MayEnd;
            }

            if (dead) return (seen.Count, found.Count > 0 ? depth + 1 : depth, "deadlock", null, []);
            if (badStep is not null) return (seen.Count, found.Count > 0 ? depth + 1 : depth, "safety", badStep, []);
            if (found.Count == 0) return (seen.Count, depth, "holds", null, [.. unmet.Select(goal => goal.Name)]);
            level = found;
        }
    }

    private IEnumerable<State> Successors(ActionRule action)
    {
        foreach (var _ in Bindings([.. action.Parameters]))
        {
            if (!Is(action.Guard) || action.Refusals.Any(refusal => Is(refusal.When))) continue;
            yield return After(now, action.Updates);
        }
    }

    private State After(State state, IEnumerable<Update> updates)
    {
        var after = new State(state);
        foreach (var update in updates)
        {
            foreach (var _ in Bindings([.. update.Each])) after[update.Symbol, [.. update.Indexes.Select(Value)]] = Value(update.Value);
        }

        return after;
    }

    private IEnumerable<State> Initial()
    {
        var empty = new State();
        var open = new List<(Symbol Symbol, int[] Tuple)>();
        foreach (var symbol in instance.Theory.Symbols.Where(symbol => !symbol.IsRigid))
        {
            foreach (var tuple in Tuples([.. symbol.Arguments]))
            {
                empty[symbol, tuple] = instance.Start.GetValueOrDefault(symbol)?.Invoke(tuple) ?? 0;
                if (!symbol.Result.IsEnumeration && !instance.Start.ContainsKey(symbol)) open.Add((symbol, tuple));
            }
        }

        now = empty;
        var set = new HashSet<string>();
        foreach (var update in instance.Theory.Initial)
        {
            foreach (var _ in Bindings([.. update.Each])) set.Add(State.Name(update.Symbol, [.. update.Indexes.Select(Value)]));
        }

        var first = After(empty, instance.Theory.Initial);
        return open.Where(cell => !set.Contains(State.Name(cell.Symbol, cell.Tuple))).Aggregate(
            (IEnumerable<State>)[first],
            (states, cell) => [.. states.SelectMany(state => Enumerable.Range(0, Size(cell.Symbol.Result)).Select(value => new State(state) { [cell.Symbol, cell.Tuple] = value }))])
            .Select(AfterPrelude);
    }

    private State AfterPrelude(State state)
    {
        foreach (var (name, arguments) in instance.Prelude)
        {
            var action = instance.Theory.Action(name);
            for (var i = 0; i < arguments.Length; i++) scope[action.Parameters[i]] = arguments[i];
            now = state;
            state = After(state, action.Updates);
        }

        return state;
    }

    private bool Is(Formula formula) => Value(formula) == 1;

    private int Value(Formula formula) => formula switch
    {
        Variable variable => scope[variable],
        Literal literal => literal.Index,
        Application { Symbol.Definition: not null } defined => Value(Formulas.Expand(defined)),
        Application { Symbol.IsRigid: true } rigid => instance.Interpretation.TryGetValue(rigid.Symbol, out var given) ? given([.. rigid.Arguments.Select(Value)]) : 0,
        Application part => (part.IsPrimed ? next! : now)[part.Symbol, [.. part.Arguments.Select(Value)]],
        Not not => 1 - Value(not.Operand),
        Junction { Kind: JunctionKind.And } and => and.Operands.All(Is) ? 1 : 0,
        Junction or => or.Operands.Any(Is) ? 1 : 0,
        Implication implication => !Is(implication.Premise) || Is(implication.Conclusion) ? 1 : 0,
        Equality equality => Value(equality.Left) == Value(equality.Right) ? 1 : 0,
        Conditional choice => Is(choice.Condition) ? Value(choice.Then) : Value(choice.Otherwise),
        Quantified { Kind: QuantifierKind.All } all => Bindings([.. all.Variables]).All(_ => Is(all.Body)) ? 1 : 0,
        Quantified some => Bindings([.. some.Variables]).Any(_ => Is(some.Body)) ? 1 : 0,
        _ => throw new ArgumentException("unknown formula", nameof(formula)),
    };

    private IEnumerable<int> Bindings(Variable[] variables)
    {
        foreach (var tuple in Tuples([.. variables.Select(variable => variable.Sort)]))
        {
            for (var i = 0; i < variables.Length; i++) scope[variables[i]] = tuple[i];
            yield return 0;
        }
    }

    private IEnumerable<int[]> Tuples(Sort[] sorts) => sorts.Aggregate(
        (IEnumerable<int[]>)[[]], (tuples, sort) => [.. tuples.SelectMany(tuple => Enumerable.Range(0, Size(sort)).Select(value => (int[])[.. tuple, value]))]);

    private int Size(Sort sort) => sort.IsEnumeration ? sort.Members.Length : instance.Elements[sort].Length;

    private sealed class State
    {
        private readonly SortedDictionary<string, int> values;

        public State() => values = new(StringComparer.Ordinal);

        public State(State other) => values = new(other.values, StringComparer.Ordinal);

        public string Key => string.Join(';', values.Select(pair => $"{pair.Key}={pair.Value}"));

        public int this[Symbol symbol, int[] tuple]
        {
            get => values[Name(symbol, tuple)];
            set => values[Name(symbol, tuple)] = value;
        }

        public static string Name(Symbol symbol, int[] tuple) => $"{symbol.Name}({string.Join(',', tuple)})";
    }
}
