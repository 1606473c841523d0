using System.Globalization;
using Tenet.Printing;

namespace Tenet.Export;

/// <summary>
/// A theory as a TLA+ module: sorts and the setting as constants, enumerations as sets of strings, the state as functions, an operator an
/// action, invariants and properties by name. A refusal changes nothing, so it only narrows its action; which it is stands beside it.
/// </summary>
public sealed class TlaModule
{
    /// <summary>The longest line, but for a term that is longer.</summary>
    public const int Width = 100;

    private readonly Theory theory;
    private readonly TlaNames names;
    private readonly TlaNotation notation;
    private readonly FormulaPrinter printer;
    private readonly TlaActions actions;
    private readonly List<string> lines = [];

    private TlaModule(Theory theory)
    {
        this.theory = theory;
        names = new(theory);
        notation = new(names);
        printer = new(notation);
        actions = new(theory, names, notation, printer);
    }

    /// <summary>The module, ending in a new line.</summary>
    /// <param name="theory">The theory.</param>
    /// <param name="name">The module's name, which its file must have too; the theory's if there is none.</param>
    /// <exception cref="ArgumentException">That is no name of a module.</exception>
    public static string Of(Theory theory, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(theory);
        name ??= NameOf(theory);
        if (!IsName(name)) throw new ArgumentException($"'{name}' cannot name a TLA+ module: letters, digits and '_', a letter among them", nameof(name));
        return new TlaModule(theory).Write(name);
    }

    /// <summary>Whether a module can have this name.</summary>
    public static bool IsName(string name) =>
        name is not null && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') && name.Any(char.IsAsciiLetter) && !name.StartsWith("WF_", StringComparison.Ordinal);

    /// <summary>The name that a theory's module has, and its file but for the ending.</summary>
    public static string NameOf(Theory theory)
    {
        ArgumentNullException.ThrowIfNull(theory);
        return TlaNames.Pascal(theory.Name);
    }

    private string Write(string name)
    {
        var title = $" MODULE {name} ";
        var dashes = new string('-', (Width - title.Length) / 2);
        lines.Add($"{dashes}{title}{dashes}");
        Constants();
        Variables();
        Definitions();
        Section("Actions");
        foreach (var action in theory.Actions) Define(action, actions.Operator(action));
        Behaviour();
        Properties();
        lines.Add(new string('=', title.Length + (2 * dashes.Length)));
        return string.Join('\n', lines) + "\n";
    }

    private void Constants()
    {
        var elements = theory.Sorts.Where(sort => !sort.IsEnumeration).Select(sort => (Name: names[sort], Says: "a set of any size, not empty"));
        var rigid = theory.Symbols.Where(symbol => symbol.IsRigid).Select(symbol => (Name: names[symbol], Says: symbol.Meaning));
        Declare("CONSTANTS", [.. elements, .. rigid]);
        foreach (var sort in theory.Sorts.Where(sort => sort.IsEnumeration))
            lines.AddRange(TlaLines.Fill($"{names[sort]} == {{", sort.Members.Select(member => $"\"{member}\""), "}", Width));
        lines.Add("");

        foreach (var symbol in theory.Symbols.Where(symbol => symbol.IsRigid)) lines.Add($"ASSUME {names[symbol]} \\in {notation.FunctionSet(symbol)}");
        foreach (var axiom in theory.Of(PropertyKind.Axiom))
        {
            lines.Add("");
            Comment(axiom);
            lines.Add($"ASSUME {names[axiom]} ==");
            Closed(axiom.Closed);
        }
    }

    private void Variables()
    {
        Section("State");
        var state = theory.Symbols.Where(symbol => !symbol.IsRigid).ToList();
        Declare("VARIABLES", [.. state.Select(symbol => (names[symbol], symbol.Meaning))]);
        lines.AddRange(TlaLines.Fill("vars == <<", state.Select(symbol => names[symbol]), ">>", Width));
        lines.Add("");
        lines.Add("TypeOK ==");
        lines.AddRange(state.Select(symbol => $"    /\\ {names[symbol]} \\in {notation.FunctionSet(symbol)}"));
    }

    private void Definitions()
    {
        if (!theory.Definitions.IsEmpty) Section("Shorthands");
        foreach (var symbol in theory.Definitions)
        {
            if (symbol.Meaning.Length > 0) lines.Add($"\\* {symbol.Meaning}");
            var scope = Scope(symbol.Definition!.Parameters);
            lines.Add($"{names[symbol]}({string.Join(", ", symbol.Definition.Parameters.Select(parameter => scope[parameter]))}) ==");
            lines.AddRange(FormulaPrinter.Hang("    ", printer.Lines(symbol.Definition.Body, scope, Width - 4)));
            lines.Add("");
        }
    }

    private void Behaviour()
    {
        Section("Behaviour");
        lines.Add("Init ==");
        foreach (var symbol in theory.Symbols.Where(symbol => !symbol.IsRigid)) lines.AddRange(FormulaPrinter.Hang("    /\\ ", actions.Initially(symbol)));
        lines.Add("");
        lines.Add("Next ==");
        lines.AddRange(theory.Actions.SelectMany(action => FormulaPrinter.Hang("    \\/ ", Over("\\E", action, actions.Call(action)))));
        lines.Add("");
        var fair = theory.Actions.Where(action => action.IsFair).ToList();
        lines.Add(fair.Count == 0 ? "Fairness == TRUE" : "Fairness ==");
        lines.AddRange(fair.SelectMany(action => FormulaPrinter.Hang("    /\\ ", Over("\\A", action, $"WF_vars({actions.Call(action)})"))));
        lines.Add("");
        lines.Add("Spec == Init /\\ [][Next]_vars /\\ Fairness");
    }

    private void Properties()
    {
        Section("What always holds");
        var safety = theory.Of(PropertyKind.Safety).ToList();
        var supporting = theory.Of(PropertyKind.Supporting).ToList();
        foreach (var property in safety.Concat(supporting)) Define(property, Body(property.Closed));
        Conjunction("Safety", "The claim.", safety);
        Conjunction("Inv", "The claim with what it needs to be inductive.", [.. safety, .. supporting]);

        Section("What holds of every step");
        foreach (var property in theory.Of(PropertyKind.Transition)) Define(property, FormulaPrinter.Hang("    ", TlaLines.Enclosed("[][", printer.Lines(property.Closed, Scope([]), Width - 13), "]_vars")));

        Section("What some state shows: check the negation as an invariant to see it");
        foreach (var property in theory.Of(PropertyKind.Sometimes)) Define(property, Body(property.Closed));

        Section("What leads to what");
        foreach (var property in theory.Of(PropertyKind.Response)) Define(property, Response(property));
        lines.Add("THEOREM Spec => [](TypeOK /\\ Inv)");
        lines.Add("");
    }

    private IEnumerable<string> Response(Property property)
    {
        var scope = Scope(property.Parameters);
        if (!property.Parameters.IsEmpty) yield return $"    \\A {notation.Bounds(property.Parameters, scope)} :";
        foreach (var line in FormulaPrinter.Hang("        ", Side(property.Body, scope))) yield return line;
        foreach (var line in FormulaPrinter.Hang("        ~> ", Side(property.Response!, scope))) yield return line;
    }

    private IEnumerable<string> Side(Formula formula, VariableNames scope) =>
        formula is Application ? [printer.Inline(formula, scope)] : TlaLines.Enclosed("(", printer.Lines(formula, scope, Width - 14), ")");

    private void Conjunction(string name, string says, List<Property> parts)
    {
        lines.Add($"\\* {says}");
        lines.Add(parts.Count == 0 ? $"{name} == TRUE" : $"{name} ==");
        lines.AddRange(parts.Select(part => $"    /\\ {names[part]}"));
        lines.Add("");
    }

    private void Define(Rule rule, IEnumerable<string> body)
    {
        Comment(rule);
        lines.Add($"{(rule is ActionRule action ? actions.Call(action) : names[rule])} ==");
        lines.AddRange(body);
        lines.Add("");
    }

    private void Comment(Rule rule)
    {
        var words = $"{string.Join(", ", rule.Clauses)}{(rule.Meaning.Length > 0 ? ": " + rule.Meaning : "")}".Split(' ');
        lines.AddRange(TlaLines.Fill("", words, "", Width - 3, " ").Select(line => "\\* " + line));
    }

    private void Closed(Formula formula) => lines.AddRange(Body(formula));

    private IEnumerable<string> Body(Formula formula) => FormulaPrinter.Hang("    ", printer.Lines(formula, Scope([]), Width - 4));

    private VariableNames Scope(IEnumerable<Variable> variables) => VariableNames.Beside(names.All).With(variables, notation);

    private IEnumerable<string> Over(string quantifier, ActionRule action, string what)
    {
        if (action.Parameters.IsEmpty) return [what];
        var binder = $"{quantifier} {notation.Bounds(action.Parameters, Scope(action.Parameters))} :";
        return binder.Length + what.Length + 8 <= Width ? [$"{binder} {what}"] : [binder, "    " + what];
    }

    private void Section(string title)
    {
        if (lines[^1].Length > 0) lines.Add("");
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"\\* {title} ").PadRight(Width, '-'));
        lines.Add("");
    }

    private void Declare(string word, IReadOnlyList<(string Name, string Says)> declared)
    {
        if (declared.Count == 0) return;
        lines.Add(word);
        var column = declared.Max(one => one.Name.Length) + 1;
        for (var index = 0; index < declared.Count; index++)
        {
            var name = (declared[index].Name + (index == declared.Count - 1 ? "" : ",")).PadRight(column);
            var says = TlaLines.Fill("", declared[index].Says.Split(' '), "", Width - column - 9, " ").Select(line => "  \\* " + line);
            lines.AddRange(declared[index].Says.Length == 0 ? [$"    {name.TrimEnd()}"] : FormulaPrinter.Hang($"    {name}", says));
        }

        lines.Add("");
    }
}
