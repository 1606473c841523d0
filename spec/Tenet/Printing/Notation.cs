using System.Collections.Immutable;

namespace Tenet.Printing;

/// <summary>How a language writes what formulas are made of; <see cref="FormulaPrinter"/> does the brackets and the lines.</summary>
internal abstract class Notation
{
    public abstract string And { get; }

    public abstract string Or { get; }

    public abstract string Not { get; }

    public abstract string Implies { get; }

    public abstract string Iff { get; }

    public abstract string Equal { get; }

    public abstract string Unequal { get; }

    /// <summary>The words of a choice between two terms.</summary>
    public abstract (string If, string Then, string Else) Choice { get; }

    /// <summary>Whether "or" binds weaker than "and" and implications associate, so that brackets can be left out.</summary>
    public abstract bool HasPrecedence { get; }

    /// <summary>The space around an implication at the outermost level.</summary>
    public abstract string Margin { get; }

    /// <summary>A symbol at its arguments.</summary>
    public abstract string Apply(Symbol symbol, bool isPrimed, IReadOnlyList<string> arguments);

    /// <summary>A member of an enumeration, or a truth value.</summary>
    public abstract string Literal(Literal literal);

    /// <summary>What stands before the body of a quantifier.</summary>
    public abstract string Binder(QuantifierKind kind, ImmutableArray<Variable> variables, VariableNames names);

    /// <summary>Another name for a variable whose own is taken, from 2.</summary>
    public abstract string Numbered(string name, int number);
}
