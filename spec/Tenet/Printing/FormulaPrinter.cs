namespace Tenet.Printing;

/// <summary>Writes formulas in a notation: on one line where there is room, else one part a line, as few brackets as the notation allows.</summary>
/// <param name="notation">The notation.</param>
internal sealed class FormulaPrinter(Notation notation)
{
    // Strengths: what binds weaker than its place asks for stands in brackets.
    private const int Weakest = 0;
    private const int Implying = 1;
    private const int Disjoining = 2;
    private const int Conjoining = 3;
    private const int Comparing = 4;
    private const int Atomic = 5;

    /// <summary>Prefixes wider than this stand on a line of their own.</summary>
    private const int WidestHang = 12;

    /// <summary>The formula on one line.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="names">Names of its free variables.</param>
    public string Inline(Formula formula, VariableNames names) => Write(formula, new(Weakest, IsLast: true, IsOuter: true), names);

    /// <summary>The formula in lines.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="names">Names of its free variables.</param>
    /// <param name="width">The room there is, in characters; a term that is longer stays whole.</param>
    public IReadOnlyList<string> Lines(Formula formula, VariableNames names, int width) => Break(formula, names, width);

    /// <summary>The formula in lines; what it joins, one a line, also where there were room, if that is easier to read.</summary>
    public IReadOnlyList<string> List(Formula formula, VariableNames names, int width) =>
        formula is Junction { Operands.Length: > 1 } junction && junction.Operands.Any(operand => Formulas.Parts(operand).Any(part => part is Quantified))
            ? Items(junction, names, width)
            : Lines(formula, names, width);

    /// <summary>Lines behind a prefix: it stands before the first, blanks before the others.</summary>
    public static IEnumerable<string> Hang(string prefix, IEnumerable<string> lines) =>
        lines.Select((line, index) => (index == 0 ? prefix : new string(' ', prefix.Length)) + line);

    private string Write(Formula formula, Setting at, VariableNames names)
    {
        var needsBrackets = IsOpen(formula) ? !at.IsLast || at.Least == Atomic : Strength(formula) < at.Least;
        return needsBrackets
            ? $"({Bare(formula, new(Weakest, IsLast: true, IsOuter: false), names)})"
            : Bare(formula, at, names);
    }

    private string Bare(Formula formula, Setting at, VariableNames names)
    {
        string Part(Formula part, int least, bool isLast) => Write(part, new(least, isLast && at.IsLast, at.IsOuter), names);
        string Enclosed(Formula part) => Write(part, new(Weakest, IsLast: true, IsOuter: false), names);
        var margin = at.IsOuter ? notation.Margin : " ";
        switch (formula)
        {
            case Variable variable:
                return names[variable];
            case Literal literal:
                return notation.Literal(literal);
            case Application application:
                return notation.Apply(application.Symbol, application.IsPrimed, [.. application.Arguments.Select(argument => Inline(argument, names))]);
            case Not { Operand: Equality { Left.Sort.IsTruth: false } unequal }:
                return $"{Part(unequal.Left, Atomic, false)} {notation.Unequal} {Part(unequal.Right, Atomic, false)}";
            case Not not:
                return notation.Not + Part(not.Operand, not.Operand is Quantified ? Comparing : Atomic, true);
            case Junction { Operands.IsEmpty: true } none:
                return notation.Literal(none.Kind == JunctionKind.And ? Literal.True : Literal.False);
            case Junction junction:
                var least = LeastIn(junction);
                var last = junction.Operands.Length - 1;
                return string.Join($" {Sign(junction)} ", junction.Operands.Select((operand, index) => Part(operand, least, index == last)));
            case Implication implication:
                return Part(implication.Premise, Disjoining, false) + $"{margin}{notation.Implies}{margin}" + Part(implication.Conclusion, LeastIn(implication), true);
            case Equality { Left.Sort.IsTruth: true } iff:
                return Part(iff.Left, Disjoining, false) + $"{margin}{notation.Iff}{margin}" + Part(iff.Right, Disjoining, true);
            case Equality equality:
                return $"{Part(equality.Left, Atomic, false)} {notation.Equal} {Part(equality.Right, Atomic, false)}";
            case Conditional choice:
                var (ifWord, thenWord, elseWord) = notation.Choice;
                return $"{ifWord} {Enclosed(choice.Condition)} {thenWord} {Enclosed(choice.Then)} {elseWord} {Part(choice.Otherwise, Weakest, true)}";
            case Quantified quantified:
                var inner = names.With(quantified.Variables, notation);
                return $"{notation.Binder(quantified.Kind, quantified.Variables, inner)} {Write(quantified.Body, at with { Least = Weakest }, inner)}";
            default:
                throw new ArgumentException($"{formula.GetType().Name} has no notation", nameof(formula));
        }
    }

    private IReadOnlyList<string> Break(Formula formula, VariableNames names, int width)
    {
        var inline = Inline(formula, names);
        if (inline.Length <= width) return [inline];
        IEnumerable<string> Part(string prefix, Formula part, int strength, bool isLast) => Hang(prefix, Operand(part, strength, isLast, names, width - prefix.Length));
        IEnumerable<string> Enclosed(string prefix, Formula part) => Hang(prefix, Break(part, names, width - prefix.Length));
        switch (formula)
        {
            case Not { Operand: var operand } not when IsOpen(operand) || Strength(operand) < Comparing:
                return [.. Bracketed(notation.Not + "(", Break(operand, names, width - notation.Not.Length - 2))];
            case Junction { Operands.Length: > 1 } junction:
                return Items(junction, names, width);
            case Implication implication:
                return TwoSides(notation.Implies + " ", implication.Premise, implication.Conclusion, LeastIn(implication));
            case Equality { Left.Sort.IsTruth: true } iff:
                return TwoSides(notation.Iff + " ", iff.Left, iff.Right, Disjoining);
            case Conditional choice:
                var (ifWord, thenWord, elseWord) = notation.Choice;
                return [.. Enclosed(ifWord + " ", choice.Condition), .. Enclosed(thenWord + " ", choice.Then), .. Part(elseWord + " ", choice.Otherwise, Weakest, true)];
            case Quantified quantified:
                var inner = names.With(quantified.Variables, notation);
                var binder = notation.Binder(quantified.Kind, quantified.Variables, inner);
                return binder.Length < WidestHang
                    ? [.. Hang(binder + " ", Break(quantified.Body, inner, width - binder.Length - 1))]
                    : [binder, .. Hang("  ", Break(quantified.Body, inner, width - 2))];
            default:
                return [inline];
        }

        // A left side on one line stands where it is, and the sign a little to the right of it; a list must stand to the right of the sign.
        IReadOnlyList<string> TwoSides(string sign, Formula left, Formula right, int leastRight)
        {
            var whole = Write(left, new(Disjoining, IsLast: false, IsOuter: false), names);
            return whole.Length <= width
                ? [whole, .. Part("  " + sign, right, leastRight, isLast: true)]
                : [.. Part(new(' ', sign.Length), left, Disjoining, isLast: false), .. Part(sign, right, leastRight, isLast: true)];
        }
    }

    private IReadOnlyList<string> Items(Junction junction, VariableNames names, int width) =>
        [.. junction.Operands.SelectMany(operand => Hang(Sign(junction) + " ", Item(operand, LeastIn(junction), names, width - Sign(junction).Length - 1)))];

    // What stands on lines of its own behind its sign in a list needs no brackets once it is broken: the next sign in the column ends it.
    private IReadOnlyList<string> Item(Formula formula, int least, VariableNames names, int width)
    {
        var inline = Write(formula, new(least, IsLast: true, IsOuter: false), names);
        return inline.Length <= width ? [inline] : Break(formula, names, width);
    }

    // Beside another operand, only a list is ended by the layout.
    private IReadOnlyList<string> Operand(Formula formula, int least, bool isLast, VariableNames names, int width)
    {
        var inline = Write(formula, new(least, isLast, IsOuter: false), names);
        if (inline.Length <= width) return [inline];
        var isEnded = formula is Junction || (IsOpen(formula) ? isLast : Strength(formula) >= least);
        return isEnded ? Break(formula, names, width) : [.. Bracketed("(", Break(formula, names, width - 2))];
    }

    private static IEnumerable<string> Bracketed(string open, IReadOnlyList<string> lines) =>
        Hang(open, lines.Select((line, index) => index == lines.Count - 1 ? line + ")" : line));

    private string Sign(Junction junction) => junction.Kind == JunctionKind.And ? notation.And : notation.Or;

    private int LeastIn(Junction junction) =>
        !notation.HasPrecedence ? Comparing : junction.Kind == JunctionKind.And ? Comparing : Conjoining;

    // An equivalence has the strength of an implication, but the two side by side say nothing without brackets.
    private int LeastIn(Implication implication) =>
        notation.HasPrecedence && implication.Conclusion is not Equality { Left.Sort.IsTruth: true } ? Implying : Disjoining;

    // What extends to the right as far as it can: brackets only where something follows.
    private static bool IsOpen(Formula formula) => formula is Quantified or Conditional;

    private static int Strength(Formula formula) => formula switch
    {
        Not { Operand: Equality { Left.Sort.IsTruth: false } } => Comparing,
        Junction { Operands.Length: > 1 } junction => junction.Kind == JunctionKind.And ? Conjoining : Disjoining,
        Implication or Equality { Left.Sort.IsTruth: true } => Implying,
        Equality => Comparing,
        _ => Atomic,
    };

    /// <summary>Where a formula stands: what it must bind at least, whether nothing follows it within its brackets, whether there are none.</summary>
    private readonly record struct Setting(int Least, bool IsLast, bool IsOuter);
}
