using System.Text.RegularExpressions;

namespace Tenet.Tests;

/// <summary>
/// A strict check of the part of TLA+ that is exported: brackets match, every name is known where it stands and defined once, no line is
/// too long. It is no parser of the language; that a module means what it should the formulas' own tests say.
/// </summary>
internal static partial class TlaCheck
{
    private static readonly HashSet<string> Words =
    [
        "IF", "THEN", "ELSE", "EXCEPT", "UNCHANGED", "TRUE", "FALSE", "BOOLEAN", "CONSTANTS", "VARIABLES", "ASSUME", "THEOREM", "MODULE", "WF_vars", "_vars",
    ];

    public static IReadOnlyList<string> Problems(string module)
    {
        var problems = new List<string>();
        var lines = module.Split('\n');
        if (!Title().IsMatch(lines[0])) problems.Add("no title");
        if (lines[^2].Trim('=').Length > 0 || lines[^1].Length > 0) problems.Add("no end");
        foreach (var line in lines.Where(line => line.Length > Export.TlaModule.Width && !line.Contains("\\*", StringComparison.Ordinal))) problems.Add($"too long: {line}");
        var known = new HashSet<string>(Words);
        var unit = new List<string>();
        foreach (var line in lines.Skip(1).Append("~"))
        {
            var code = Comment().Replace(line, "").TrimEnd();
            if (code.Length == 0 || code[0] == '=') continue;
            if (code[0] != ' ' && unit.Count > 0)
            {
                Check(string.Join('\n', unit), known, problems);
                unit.Clear();
            }

            unit.Add(code);
        }

        return problems;
    }

    // One declaration or definition. A name is known from its unit on; what a quantifier or a function binds, inside the unit.
    private static void Check(string unit, HashSet<string> known, List<string> problems)
    {
        void Define(string name)
        {
            if (!known.Add(name)) problems.Add($"{name} is defined already");
        }

        var text = Text().Replace(unit, "\"\"");
        if (Declaration().Match(text) is { Success: true } declaration)
        {
            foreach (var name in Name().Matches(text[declaration.Length..]).Select(match => match.Value)) Define(name);
            return;
        }

        var bound = new HashSet<string>();
        var body = text;
        if (Definition().Match(text) is { Success: true } definition)
        {
            foreach (Capture parameter in definition.Groups["parameter"].Captures) bound.Add(parameter.Value);
            if (definition.Groups["name"].Value is { Length: > 0 } name) Define(name);
            body = text[definition.Length..];
        }

        Brackets(body, problems);
        foreach (Match binder in Bound().Matches(body))
        {
            foreach (Capture name in binder.Groups["name"].Captures)
            {
                bound.Add(name.Value);
                if (known.Contains(name.Value)) problems.Add($"{name.Value} is defined already");
            }
        }

        foreach (var name in Name().Matches(body).Select(match => match.Value).Where(name => !known.Contains(name) && !bound.Contains(name)))
            problems.Add($"{name} is not known in {unit.Split('\n')[0]}");
    }

    private static void Brackets(string text, List<string> problems)
    {
        var open = new Stack<string>();
        foreach (var token in Bracket().Matches(text).Select(match => match.Value))
        {
            if (token is "(" or "[" or "{" or "<<") open.Push(token);
            else if (!open.TryPop(out var before) || (before, token) is not (("(", ")") or ("[", "]") or ("{", "}") or ("<<", ">>"))) problems.Add($"{token} closes nothing");
        }

        if (open.Count > 0) problems.Add($"{open.Peek()} is not closed: it closes nothing");
    }

    [GeneratedRegex(@"^-{4,} MODULE \w+ -{4,}$")]
    private static partial Regex Title();

    [GeneratedRegex(@"\\\*.*")]
    private static partial Regex Comment();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"^(CONSTANTS|VARIABLES)\b")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(?:ASSUME |THEOREM )?(?<name>\w+)?(?:\((?<parameter>\w+)(?:, (?<parameter>\w+))*\))? ==|^(?:ASSUME|THEOREM) ")]
    private static partial Regex Definition();

    [GeneratedRegex(@"(?:\\[AE] |\[(?=[^\[\]]*? \|->)|(?<=\\in \w+), )(?<name>\w+)(?:, (?<name>\w+))* \\in")]
    private static partial Regex Bound();

    [GeneratedRegex(@"<<|>>|[()\[\]{}]")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"(?<![\\\w])[A-Za-z]\w*")]
    private static partial Regex Name();
}
