using Tenet.Printing;

namespace Tenet;

/// <summary>Formulas as people write them: <c>member(t, g) ⟶ uid(t) = groupUid(g)</c>.</summary>
public static class FormulaText
{
    internal static FormulaPrinter Printer { get; } = new(LogicNotation.Instance);

    /// <summary>The formula in the notation of the chapters, on one line.</summary>
    public static string Of(Formula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return Printer.Inline(formula, Names([], formula));
    }

    /// <summary>The formula in the notation of the chapters, one part a line where there is no room for all of it.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="width">The room there is, in characters; a term that is longer stays whole.</param>
    public static IReadOnlyList<string> Lines(Formula formula, int width)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return Printer.Lines(formula, Names([], formula), width);
    }

    /// <summary>Names for parameters and for what else is free; none is that of a constant.</summary>
    internal static VariableNames Names(IEnumerable<Variable> parameters, params ReadOnlySpan<Formula> formulas)
    {
        var free = new List<Variable>(parameters);
        var constants = new HashSet<string>();
        foreach (var formula in formulas)
        {
            free.AddRange(VariableNames.FreeIn(formula));
            constants.UnionWith(Formulas.Parts(formula).OfType<Application>().Where(part => part.Arguments.IsEmpty).Select(part => part.Symbol.Name));
        }

        return VariableNames.Beside(constants).With(free, LogicNotation.Instance);
    }
}
