using System.Collections.Immutable;
using Tenet.Printing;

namespace Tenet;

/// <summary>Rules as people read them: an action as a block of guard, refusals and changes, a property as a formula under its name.</summary>
public static class RuleText
{
    /// <summary>The width that chapters have room for.</summary>
    public const int DefaultWidth = 110;

    private const string Indent = "  ";

    /// <summary>The rule in lines, without trailing blanks.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="width">The room there is, in characters; a term that is longer stays whole.</param>
    public static IReadOnlyList<string> Of(Rule rule, int width = DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule switch
        {
            ActionRule action => [.. Header(action, action.IsFair ? ", fair" : ""), .. Body(action, width)],
            Property property => [.. Header(property, $", {Kind(property.Kind)}"), .. FormulaPrinter.Hang(Indent, Body(property, width - Indent.Length))],
            _ => throw new ArgumentException($"{rule.GetType().Name} has no notation", nameof(rule)),
        };
    }

    /// <summary>Name and parameters with their sorts: <c>join (t: Task, g: Group)</c>.</summary>
    public static string Signature(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var names = Names(rule);
        return rule.Parameters.IsEmpty
            ? rule.Name
            : $"{rule.Name} ({string.Join(", ", rule.Parameters.Select(parameter => $"{names[parameter]}: {parameter.Sort}"))})";
    }

    /// <summary>The formula of a property on one line; its parameters are free but in one that some state shows.</summary>
    public static string Formula(Property property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return Body(property, int.MaxValue)[0];
    }

    private static IReadOnlyList<string> Header(Rule rule, string suffix) =>
        rule.Meaning.Length == 0 ? [Signature(rule) + suffix] : [Signature(rule) + suffix, $"{Indent}— {rule.Meaning}"];

    private static IEnumerable<string> Body(ActionRule action, int width)
    {
        var names = Names(action);
        var guard = action.Guard is Literal { Sort.IsTruth: true, Index: 1 } ? [] : Section("when", FormulaText.Printer.List(action.Guard, names, width - 10));
        var column = action.Refusals.Select(refusal => refusal.Error.Name.Length).DefaultIfEmpty().Max();
        var refusals = action.Refusals.SelectMany(refusal =>
            FormulaPrinter.Hang($"{refusal.Error.Name.PadRight(column)}  when ", FormulaText.Printer.Lines(refusal.When, names, width - column - 17)));
        var changes = action.Updates.SelectMany(update => Change(update, names, width - 10));
        return [.. guard, .. Section("refuse", refusals), .. Section("then", changes)];
    }

    private static IEnumerable<string> Section(string word, IEnumerable<string> lines) => FormulaPrinter.Hang(Indent + word.PadRight(8), lines);

    private static IEnumerable<string> Change(Update update, VariableNames outer, int width)
    {
        var names = outer.With(update.Each, LogicNotation.Instance);
        var each = update.Each.IsEmpty ? "" : LogicNotation.Instance.Binder(QuantifierKind.All, update.Each, names) + " ";
        var cell = FormulaText.Printer.Inline(new Application(update.Symbol, update.Indexes, isPrimed: true), names);
        var sign = update.Value.Sort.IsTruth && update.Value is not Literal ? "⟷" : "=";
        var whole = $"{each}{cell} {sign} {FormulaText.Printer.Inline(update.Value, names)}";
        if (whole.Length <= width || update.Value is Literal or Variable or Application) return [whole];
        return FormulaPrinter.Hang($"{each}{cell} {sign} ", FormulaText.Printer.Lines(update.Value, names, width - each.Length - cell.Length - 3)) is var hung
            && hung.All(line => line.Length <= width)
            ? hung
            : [$"{each}{cell} {sign}", .. FormulaPrinter.Hang("    ", FormulaText.Printer.Lines(update.Value, names, width - 4))];
    }

    private static IReadOnlyList<string> Body(Property property, int width)
    {
        var names = Names(property);
        IReadOnlyList<string> Lines(Formula formula) => FormulaText.Printer.Lines(formula, names, width);
        switch (property)
        {
            case { Kind: PropertyKind.Sometimes }:
                return Lines(property.Closed);
            case { Response: { } response }:
                var line = $"{FormulaText.Printer.Inline(property.Body, names)}  ⇝  {FormulaText.Printer.Inline(response, names)}";
                return line.Length <= width ? [line] : [.. FormulaPrinter.Hang("  ", Lines(property.Body)), .. FormulaPrinter.Hang("⇝ ", Lines(response))];
            default:
                return Lines(property.Body);
        }
    }

    /// <summary>What is asked of a property, in a word or two.</summary>
    public static string Kind(PropertyKind kind) => kind switch
    {
        PropertyKind.Axiom => "given",
        PropertyKind.Safety => "always",
        PropertyKind.Supporting => "always (supporting)",
        PropertyKind.Transition => "every step",
        PropertyKind.Sometimes => "sometimes",
        _ => "leads to",
    };

    private static VariableNames Names(Rule rule) => FormulaText.Names(rule.Parameters, rule switch
    {
        ActionRule action => [action.Guard, .. action.Refusals.Select(refusal => refusal.When), .. action.Updates.Select(update => Closed(update))],
        Property { Response: { } response } property => [property.Body, response],
        Property property => [property.Body],
        _ => [],
    });

    private static Formula Closed(Update update)
    {
        var cell = new Application(update.Symbol, update.Indexes, isPrimed: true);
        return Formulas.ForAll(update.Each, new Equality(cell, update.Value));
    }
}
