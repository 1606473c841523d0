using System.Collections.Immutable;
using System.Globalization;
using Tenet.Printing;

namespace Tenet.Export;

/// <summary>TLA+, where "and" beside "or" and one implication in another always want brackets.</summary>
internal sealed class TlaNotation(TlaNames names) : Notation
{
    public override string And => "/\\";

    public override string Or => "\\/";

    public override string Not => "~";

    public override string Implies => "=>";

    public override string Iff => "<=>";

    public override string Equal => "=";

    public override string Unequal => "#";

    public override (string If, string Then, string Else) Choice => ("IF", "THEN", "ELSE");

    public override bool HasPrecedence => false;

    public override string Margin => " ";

    public override string Apply(Symbol symbol, bool isPrimed, IReadOnlyList<string> arguments)
    {
        var name = names[symbol];
        if (arguments.Count == 0) return name;
        var list = string.Join(", ", arguments);
        if (symbol.Definition is not null) return isPrimed ? $"{name}({list})'" : $"{name}({list})";
        return isPrimed ? $"{name}'[{list}]" : $"{name}[{list}]";
    }

    public override string Literal(Literal literal) => literal.Sort.IsTruth ? literal.Index == 1 ? "TRUE" : "FALSE" : $"\"{literal.Name}\"";

    public override string Binder(QuantifierKind kind, ImmutableArray<Variable> variables, VariableNames scope) =>
        $"{(kind == QuantifierKind.All ? "\\A" : "\\E")} {Bounds(variables, scope)} :";

    public override string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");

    /// <summary><c>t, u \in Task, g \in Group</c>.</summary>
    public string Bounds(IReadOnlyList<Variable> variables, VariableNames scope)
    {
        var bounds = new List<string>();
        for (var at = 0; at < variables.Count;)
        {
            var same = variables.Skip(at).TakeWhile(variable => variable.Sort == variables[at].Sort).ToList();
            bounds.Add($"{string.Join(", ", same.Select(variable => scope[variable]))} \\in {Set(same[0].Sort)}");
            at += same.Count;
        }

        return string.Join(", ", bounds);
    }

    /// <summary>The set that a sort is.</summary>
    public string Set(Sort sort) => sort.IsTruth ? "BOOLEAN" : names[sort];

    /// <summary>The set of functions that a symbol is one of.</summary>
    public string FunctionSet(Symbol symbol) =>
        symbol.Arguments.IsEmpty ? Set(symbol.Result) : $"[{string.Join(" \\X ", symbol.Arguments.Select(Set))} -> {Set(symbol.Result)}]";
}
