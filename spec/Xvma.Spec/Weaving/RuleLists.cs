using System.Globalization;
using System.Text;
using Tenet;

namespace Xvma.Spec;

/// <summary>Lists of what a theory has, as tables in Markdown.</summary>
internal static class RuleLists
{
    /// <summary>Every action with its parameters and clauses.</summary>
    public static string Actions(Theory theory)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{theory.Actions.Length} actions; those marked “fair” happen if they can for ever.\n\n| action | clauses | |\n|---|---|---|\n");
        foreach (var action in theory.Actions)
            text.Append(CultureInfo.InvariantCulture, $"| {RuleText.Signature(action)} | {string.Join(", ", action.Clauses)} | {(action.IsFair ? "fair" : "")} |\n");
        return text.ToString();
    }

    /// <summary>Every property with its kind and clauses.</summary>
    public static string Properties(Theory theory)
    {
        var text = new StringBuilder();
        var kinds = theory.Properties.GroupBy(property => property.Kind).OrderBy(kind => kind.Key);
        var counts = kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Count()} {RuleText.Kind(kind.Key)}"));
        text.Append(CultureInfo.InvariantCulture, $"{theory.Properties.Length} properties: {string.Join(", ", counts)}.\n\n| property | kind | clauses |\n|---|---|---|\n");
        foreach (var property in theory.Properties)
            text.Append(CultureInfo.InvariantCulture, $"| {property.Name} | {RuleText.Kind(property.Kind)} | {string.Join(", ", property.Clauses)} |\n");
        return text.ToString();
    }

    /// <summary>Every symbol with its sorts and what it means; then the enumerations.</summary>
    public static string Vocabulary(Theory theory)
    {
        var text = new StringBuilder();
        var elements = theory.Sorts.Where(sort => !sort.IsEnumeration).ToList();
        text.Append(CultureInfo.InvariantCulture, $"{theory.Symbols.Length} symbols and {theory.Definitions.Length} shorthands over {elements.Count} sorts of elements.\n\n");
        Table(text, "of the setting, the same in every state", theory.Symbols.Where(symbol => symbol.IsRigid));
        Table(text, "of the state", theory.Symbols.Where(symbol => !symbol.IsRigid));
        text.Append("| shorthand | for | meaning |\n|---|---|---|\n");
        foreach (var symbol in theory.Definitions)
        {
            var cell = new Application(symbol, [.. symbol.Definition!.Parameters]);
            text.Append(CultureInfo.InvariantCulture, $"| `{cell}` | `{symbol.Definition.Body}` | {symbol.Meaning} |\n");
        }

        text.Append("\n| enumeration | members |\n|---|---|\n");
        foreach (var sort in theory.Sorts.Where(sort => sort.IsEnumeration))
            text.Append(CultureInfo.InvariantCulture, $"| {sort} | {string.Join(", ", sort.Members)} |\n");
        return text.ToString();
    }

    private static void Table(StringBuilder text, string part, IEnumerable<Symbol> symbols)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {part} | meaning |\n|---|---|\n");
        foreach (var symbol in symbols) text.Append(CultureInfo.InvariantCulture, $"| `{Signature(symbol)}` | {symbol.Meaning} |\n");
        text.Append('\n');
    }

    private static string Signature(Symbol symbol)
    {
        var arguments = symbol.Arguments.IsEmpty ? "" : $"({string.Join(", ", symbol.Arguments)})";
        return symbol.Result.IsTruth ? symbol.Name + arguments : $"{symbol.Name}{arguments}: {symbol.Result}";
    }
}
