using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tenet;

namespace Xvma.Proofs.Induction;

/// <summary>A counterexample to induction as a picture of two states, in the theory's words.</summary>
internal static class CounterexampleText
{
    public static string Of(InductionCounterexample counterexample)
    {
        var (theory, obligation, before, after) = (counterexample.Theory, counterexample.Obligation, counterexample.Before, counterexample.After);
        var text = new StringBuilder();
        void Line(string title, string content) => text.AppendLine($"  {title,-9} {content}".TrimEnd());
        void Lines(string title, IReadOnlyList<string> content)
        {
            foreach (var line in content) Line(ReferenceEquals(line, content[0]) ? title : "", line);
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{obligation.Id}: {obligation.Property.Title}");
        var relevant = Relevant(obligation);
        Lines("before", Wrap(Facts(theory, before, relevant.Contains)));
        Lines("besides", Wrap(Facts(theory, before, symbol => !relevant.Contains(symbol) && symbol is { IsRigid: false, Result.IsTruth: true })));
        Line(obligation.Action is null ? "at first" : "then", obligation.Action is { } action ? $"{action.Title}({Named(before, action.Parameters)})" : "");
        Lines("changes", [.. Changes(theory, before, after)]);
        Line("violated", FormulaText.Of(obligation.Property.Body));
        Line("of", Named(before, obligation.Property.Parameters));
        Lines("because", Wrap(Atoms(obligation, before, after)));
        return text.ToString();
    }

    private static ImmutableHashSet<Symbol> Relevant(InductionObligation obligation)
    {
        var symbols = Formulas.Symbols(obligation.Property.Body);
        if (obligation.Action is not { } action) return symbols;
        var touched = action.Updates.SelectMany(update => update.Indexes.Append(update.Value)).SelectMany(Formulas.Symbols);
        return symbols.Union(Formulas.Symbols(action.Enabled)).Union(action.Updates.Select(update => update.Symbol)).Union(touched);
    }

    private static IEnumerable<string> Facts(Theory theory, Structure state, Func<Symbol, bool> isWanted)
    {
        foreach (var symbol in theory.Symbols.Where(isWanted))
        {
            foreach (var tuple in state.Tuples(symbol.Arguments))
            {
                var value = state.Get(symbol, tuple);
                if (!symbol.Result.IsTruth) yield return $"{Cell(symbol, tuple)} = {ElementName.Of(symbol.Result, value)}";
                else if (value == 1) yield return Cell(symbol, tuple);
            }
        }
    }

    private static IEnumerable<string> Changes(Theory theory, Structure before, Structure after)
    {
        foreach (var symbol in theory.Symbols)
        {
            foreach (var tuple in before.Tuples(symbol.Arguments))
            {
                var (old, now) = (before.Get(symbol, tuple), after.Get(symbol, tuple));
                if (old != now) yield return $"{Cell(symbol, tuple)}: {ElementName.Of(symbol.Result, old)} → {ElementName.Of(symbol.Result, now)}";
            }
        }
    }

    // The value of each part of the claim that names its elements.
    private static IEnumerable<string> Atoms(InductionObligation obligation, Structure before, Structure after)
    {
        var seen = new HashSet<string>();
        foreach (var atom in Formulas.Parts(Formulas.Expand(obligation.Property.Body)).OfType<Application>())
        {
            if (Formulas.Parts(atom).OfType<Variable>().Any(variable => !obligation.Property.Parameters.Contains(variable))) continue;
            var isAfter = obligation.Kind != ObligationKind.Step || atom.IsPrimed;
            int Value(Formula formula) => isAfter && obligation.Kind != ObligationKind.Step
                ? after.Value(formula, ImmutableDictionary<Variable, int>.Empty)
                : before.Value(formula, ImmutableDictionary<Variable, int>.Empty, after);
            var arguments = atom.Arguments.Select(Value).ToImmutableArray();
            var line = $"{Cell(atom.Symbol, arguments)}{(atom.IsPrimed ? "′" : "")} = {ElementName.Of(atom.Sort, Value(atom))}";
            if (seen.Add(line)) yield return line;
        }
    }

    private static string Cell(Symbol symbol, ImmutableArray<int> arguments) => arguments.IsEmpty
        ? symbol.Name
        : $"{symbol.Name}({string.Join(", ", arguments.Zip(symbol.Arguments, (element, sort) => ElementName.Of(sort, element)))})";

    private static string Named(Structure state, IEnumerable<Variable> variables) =>
        string.Join(", ", variables.Select(variable => $"{variable.Name} = {ElementName.Of(variable.Sort, state.ElementOf(variable))}"));

    private static List<string> Wrap(IEnumerable<string> facts)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var fact in facts)
        {
            if (line.Length > 0 && line.Length + fact.Length > 110)
            {
                lines.Add(line);
                line = "";
            }

            line += line.Length == 0 ? fact : $" · {fact}";
        }

        if (line.Length > 0) lines.Add(line);
        return lines;
    }
}
