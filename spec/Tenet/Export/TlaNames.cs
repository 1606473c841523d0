using System.Collections.Immutable;
using System.Text;

namespace Tenet.Export;

/// <summary>Names of one TLA+ module: one for each sort, symbol and rule, none twice and none that the language has.</summary>
internal sealed class TlaNames
{
    private static readonly string[] Reserved =
    [
        // What the module defines of itself, and the language's words that could be a name here.
        "vars", "Init", "Next", "Fairness", "Spec", "TypeOK", "Inv", "Safety",
        "ASSUME", "AXIOM", "BOOLEAN", "CASE", "CHOOSE", "CONSTANT", "CONSTANTS", "DOMAIN", "ELSE", "ENABLED", "EXCEPT", "EXTENDS", "FALSE", "IF", "IN",
        "INSTANCE", "LAMBDA", "LET", "LOCAL", "MODULE", "OTHER", "PROPERTY", "SF_", "STRING", "SUBSET", "THEN", "THEOREM", "TRUE", "UNCHANGED", "UNION",
        "VARIABLE", "VARIABLES", "WF_", "WITH",
    ];

    private readonly HashSet<string> taken = [.. Reserved];
    private readonly Dictionary<object, string> names = [];

    public TlaNames(Theory theory)
    {
        foreach (var sort in theory.Sorts) Give(sort, sort.Name);
        foreach (var symbol in theory.Symbols.Concat(theory.Definitions)) Give(symbol, Candidate(symbol));
        foreach (var rule in theory.Rules) Give(rule, Pascal(rule.Name));
    }

    /// <summary>All names of the module's top level: no variable may have one.</summary>
    public IEnumerable<string> All => taken;

    /// <summary>The name of a sort, symbol or rule.</summary>
    public string this[object thing] => names[thing];

    /// <summary><c>dropin refused</c> → <c>DropinRefused</c>.</summary>
    public static string Pascal(string words)
    {
        var name = new StringBuilder();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) name.Append(char.ToUpperInvariant(word[0])).Append(word.AsSpan(1));
        return name.ToString();
    }

    // Variables begin small, constants and operators with a capital.
    private static string Candidate(Symbol symbol) => symbol.IsRigid || symbol.Definition is not null ? Pascal(symbol.Name) : symbol.Name;

    private void Give(object thing, string candidate)
    {
        var name = candidate;
        for (var number = 2; !taken.Add(name); number++) name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{candidate}{number}");
        names[thing] = name;
    }
}
