using System.Text;
using Tenet;
using Tenet.Evaluation;

namespace Xvma.Model.Refinement;

/// <summary>Puts into words that the code has taken a step that the specification does not allow.</summary>
internal static class Disagreement
{
    private const int MostCells = 12;

    public static Braid.Violation NotAllowed(CompiledAction action, int[] with, TheoryState state, ElementNames names)
    {
        var rule = action.Rule;
        var text = new StringBuilder($"The code takes the step {rule.Title}");
        for (var at = 0; at < with.Length; at++)
            text.Append(at == 0 ? " (" : ", ").Append(rule.Parameters[at].Name).Append(" = ").Append(names.Of(rule.Parameters[at].Sort, with[at]));
        text.Append("), which the specification does not allow here: ");
        var failing = action.FirstFailing(state, with);
        var refusal = failing < 0 ? action.RefusalIn(state, with) : -1;
        var formula = failing >= 0 ? action.Conjuncts[failing] : rule.Refusals[refusal].When;
        text.Append(failing >= 0 ? $"“{formula}” does not hold." : $"it is refused with {rule.Refusals[refusal].Error.Name}, as “{formula}” holds.");
        Append(text, " Before: ", Cells(formula, rule, with, state, names));
        var after = new TheoryState(state.Theory);
        after.CopyFrom(state);
        action.ApplyAnyway(after, with);
        Append(text, " After: ", [.. after.ChangesSince(state).Select(change => Cell(change.Symbol, change.Arguments, change.After, names))]);
        return new(rule.Clauses[0], text.ToString());
    }

    /// <summary>Nothing has been seen that the step could follow.</summary>
    public static Braid.Violation OutOfPlace(CompiledAction action) => new(
        action.Rule.Clauses[0], $"The code takes the step {action.Rule.Title} before what has to come first in the specification: “{action.Rule.Guard}”.");

    private static void Append(StringBuilder text, string heading, List<string> cells)
    {
        text.Append(heading).AppendJoin(", ", cells.Take(MostCells));
        if (cells.Count == 0) text.Append("none of it");
        if (cells.Count > MostCells) text.Append($" and {cells.Count - MostCells} more");
        text.Append('.');
    }

    /// <summary>What is true of the elements meant, of all that a formula speaks of.</summary>
    private static List<string> Cells(Formula formula, Rule rule, int[] with, TheoryState state, ElementNames names)
    {
        var empty = new TheoryState(state.Theory);
        var cells = new List<string>();
        var symbols = Formulas.Symbols(formula).Where(symbol => !symbol.IsRigid).ToHashSet();
        foreach (var (symbol, arguments, _, value) in state.ChangesSince(empty))
        {
            if (!symbols.Contains(symbol)) continue;
            if (arguments.Index().All(argument => IsMeant(symbol.Arguments[argument.Index], argument.Item))) cells.Add(Cell(symbol, arguments, value, names));
        }

        return cells;

        // Of a sort that has parameters, only these are of interest.
        bool IsMeant(Sort sort, int element)
        {
            var any = false;
            for (var at = 0; at < with.Length; at++)
            {
                if (!ReferenceEquals(rule.Parameters[at].Sort, sort)) continue;
                if (with[at] == element) return true;
                any = true;
            }

            return !any;
        }
    }

    private static string Cell(Symbol symbol, int[] arguments, int value, ElementNames names)
    {
        var of = $"{symbol.Name}({string.Join(", ", arguments.Select((element, at) => names.Of(symbol.Arguments[at], element)))})";
        if (symbol.Result.IsTruth) return value != 0 ? of : $"¬{of}";
        return $"{of} = {names.Of(symbol.Result, value)}";
    }
}
