using System.Collections.Immutable;

namespace Tenet;

/// <summary>
/// A term or formula (a term of <see cref="Sort.Truth"/>) of many-sorted first-order logic. Immutable. Variables are compared by reference,
/// so substitution cannot capture.
/// </summary>
public abstract class Formula
{
    private protected Formula(Sort sort) => Sort = sort;

    /// <summary>The sort of its value.</summary>
    public Sort Sort { get; }

    /// <inheritdoc/>
    public override string ToString() => FormulaText.Of(this);
}

/// <summary>A parameter or a bound variable.</summary>
public sealed class Variable(string name, Sort sort) : Formula(sort)
{
    /// <summary>Its name as its author wrote it; two different variables may share one.</summary>
    public string Name { get; } = name;
}

/// <summary>A member of an enumeration, or a truth value.</summary>
public sealed class Literal(Sort sort, int index) : Formula(sort)
{
    /// <summary>True.</summary>
    public static Literal True { get; } = new(Sort.Truth, 1);

    /// <summary>False.</summary>
    public static Literal False { get; } = new(Sort.Truth, 0);

    /// <summary>Its position in <see cref="Sort.Members"/>.</summary>
    public int Index { get; } = index;

    /// <summary>Its name.</summary>
    public string Name => Sort.Members[Index];
}

/// <summary>A symbol at its arguments: before the step, or after it when primed.</summary>
public sealed class Application(Symbol symbol, ImmutableArray<Formula> arguments, bool isPrimed = false) : Formula(symbol.Result)
{
    /// <summary>The symbol; a defined predicate has a <see cref="Symbol.Definition"/>, see <see cref="Formulas.Expand"/>.</summary>
    public Symbol Symbol { get; } = symbol;

    /// <summary>One for each argument of the symbol.</summary>
    public ImmutableArray<Formula> Arguments { get; } = arguments;

    /// <summary>Whether the value after the step is meant; in transition properties only.</summary>
    public bool IsPrimed { get; } = isPrimed;
}

/// <summary>Negation.</summary>
public sealed class Not(Formula operand) : Formula(Sort.Truth)
{
    /// <summary>What is negated.</summary>
    public Formula Operand { get; } = operand;
}

/// <summary>Conjunction or disjunction of any number of formulas; of none: true, or false.</summary>
public sealed class Junction(JunctionKind kind, ImmutableArray<Formula> operands) : Formula(Sort.Truth)
{
    /// <summary>Which.</summary>
    public JunctionKind Kind { get; } = kind;

    /// <summary>What is joined.</summary>
    public ImmutableArray<Formula> Operands { get; } = operands;
}

/// <summary>Implication.</summary>
public sealed class Implication(Formula premise, Formula conclusion) : Formula(Sort.Truth)
{
    /// <summary>If this,</summary>
    public Formula Premise { get; } = premise;

    /// <summary>then this.</summary>
    public Formula Conclusion { get; } = conclusion;
}

/// <summary>Equality of two terms of one sort; between formulas "if and only if".</summary>
public sealed class Equality(Formula left, Formula right) : Formula(Sort.Truth)
{
    /// <summary>One side.</summary>
    public Formula Left { get; } = left;

    /// <summary>The other.</summary>
    public Formula Right { get; } = right;
}

/// <summary>One of two terms of one sort.</summary>
public sealed class Conditional(Formula condition, Formula then, Formula otherwise) : Formula(then.Sort)
{
    /// <summary>Decides.</summary>
    public Formula Condition { get; } = condition;

    /// <summary>The value when the condition holds.</summary>
    public Formula Then { get; } = then;

    /// <summary>The value when it does not.</summary>
    public Formula Otherwise { get; } = otherwise;
}

/// <summary>A formula of all, or of some, elements.</summary>
public sealed class Quantified(QuantifierKind kind, ImmutableArray<Variable> variables, Formula body) : Formula(Sort.Truth)
{
    /// <summary>Which.</summary>
    public QuantifierKind Kind { get; } = kind;

    /// <summary>At least one.</summary>
    public ImmutableArray<Variable> Variables { get; } = variables;

    /// <summary>What is said of them.</summary>
    public Formula Body { get; } = body;
}

/// <summary>And, or.</summary>
public enum JunctionKind
{
    /// <summary>All of them.</summary>
    And,

    /// <summary>At least one of them.</summary>
    Or,
}

/// <summary>For all, for some.</summary>
public enum QuantifierKind
{
    /// <summary>For all.</summary>
    All,

    /// <summary>For some.</summary>
    Some,
}
