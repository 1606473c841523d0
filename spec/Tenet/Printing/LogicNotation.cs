using System.Collections.Immutable;

namespace Tenet.Printing;

/// <summary>Plain logic, as the chapters have it: <c>∀ t, g. member(t, g) ⟶ uid(t) = groupUid(g)</c>.</summary>
internal sealed class LogicNotation : Notation
{
    public static LogicNotation Instance { get; } = new();

    public override string And => "∧";

    public override string Or => "∨";

    public override string Not => "¬";

    public override string Implies => "⟶";

    public override string Iff => "⟷";

    public override string Equal => "=";

    public override string Unequal => "≠";

    public override (string If, string Then, string Else) Choice => ("if", "then", "else");

    public override bool HasPrecedence => true;

    public override string Margin => "  ";

    public override string Apply(Symbol symbol, bool isPrimed, IReadOnlyList<string> arguments)
    {
        var name = isPrimed ? symbol.Name + "′" : symbol.Name;
        return arguments.Count == 0 ? name : $"{name}({string.Join(", ", arguments)})";
    }

    public override string Literal(Literal literal) => literal.Name;

    public override string Binder(QuantifierKind kind, ImmutableArray<Variable> variables, VariableNames names) =>
        $"{(kind == QuantifierKind.All ? "∀" : "∃")} {string.Join(", ", variables.Select(variable => names[variable]))}.";

    public override string Numbered(string name, int number) =>
        name + string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('₀' + digit - '0')));
}
