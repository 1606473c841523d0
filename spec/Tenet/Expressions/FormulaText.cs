namespace Tenet;

/// <summary>Formulas as people write them: <c>member(t, g) ⟶ uid(t) = groupUid(g)</c>.</summary>
public static class FormulaText
{
    /// <summary>The formula in the notation of the chapters.</summary>
    public static string Of(Formula formula) => Write(formula, 0);

    // Binding strength: 1 implies, 2 or, 3 and, 4 not and comparisons, 5 terms.
    private static string Write(Formula formula, int least)
    {
        var (text, strength) = formula switch
        {
            Variable variable => (variable.Name, 5),
            Literal literal => (literal.Name, 5),
            Application { Arguments.IsEmpty: true } constant => (constant.Symbol.Name + Prime(constant), 5),
            Application application => ($"{application.Symbol.Name}{Prime(application)}({string.Join(", ", application.Arguments.Select(argument => Write(argument, 0)))})", 5),
            Not { Operand: Equality unequal } => ($"{Write(unequal.Left, 5)} ≠ {Write(unequal.Right, 5)}", 4),
            Not not => ($"¬{Write(not.Operand, 5)}", 5),
            Junction { Operands.IsEmpty: true } none => (none.Kind == JunctionKind.And ? "true" : "false", 5),
            Junction { Kind: JunctionKind.And } and => (string.Join(" ∧ ", and.Operands.Select(operand => Write(operand, 4))), 3),
            Junction or => (string.Join(" ∨ ", or.Operands.Select(operand => Write(operand, 3))), 2),
            Implication implication => ($"{Write(implication.Premise, 2)}  ⟶  {Write(implication.Conclusion, 1)}", 1),
            Equality { Left.Sort.IsTruth: true } equivalence => ($"{Write(equivalence.Left, 4)}  ⟷  {Write(equivalence.Right, 4)}", 1),
            Equality equality => ($"{Write(equality.Left, 5)} = {Write(equality.Right, 5)}", 4),
            Conditional choice => ($"if {Write(choice.Condition, 1)} then {Write(choice.Then, 1)} else {Write(choice.Otherwise, 1)}", 1),
            Quantified quantified => ($"{(quantified.Kind == QuantifierKind.All ? "∀" : "∃")} {string.Join(", ", quantified.Variables.Select(variable => variable.Name))}. {Write(quantified.Body, 1)}", 1),
            _ => throw new ArgumentException($"{formula.GetType().Name} has no notation", nameof(formula)),
        };
        return strength < least ? $"({text})" : text;
    }

    private static string Prime(Application application) => application.IsPrimed ? "′" : "";
}
