using System.Text.RegularExpressions;
using Tenet;

namespace Xvma.Spec;

/// <summary>
/// Puts the rules of a theory into the clauses that they state: between a clause's sentence and its reason, behind a comment that names them.
/// A formula written by hand stands there only while no rule has the clause as its first.
/// </summary>
/// <param name="theory">The theory.</param>
/// <param name="known">The clauses there are: a reader is sent to no other.</param>
internal sealed partial class ClauseWeaver(Theory theory, IReadOnlySet<string> known)
{
    private const string Quote = ">";
    private const string RuleMark = "<!-- rule";
    private const string SeeMark = "<!-- see -->";
    private const string Fence = "```";

    /// <summary>Room beside the mark of a quotation.</summary>
    private const int Width = RuleText.DefaultWidth;

    /// <summary>The ids of the clauses of a chapter, whatever else is wrong with it.</summary>
    public static IEnumerable<string> IdsIn(string chapter) => chapter.Split('\n').Select(line => Head().Match(line)).Where(head => head.Success).Select(head => head.Groups["id"].Value);

    /// <summary>The chapter with all its clauses up to date.</summary>
    public string Weave(string chapter)
    {
        var lines = chapter.Split('\n');
        var woven = new List<string>(lines.Length);
        for (var at = 0; at < lines.Length;)
        {
            var head = Head().Match(lines[at]);
            var end = at;
            while (head.Success && end < lines.Length && lines[end].StartsWith('>')) end++;
            woven.AddRange(head.Success ? Clause(head.Groups["id"].Value, lines[at..end]) : [lines[at]]);
            at = head.Success ? end : at + 1;
        }

        return string.Join('\n', woven);
    }

    // A clause without a blank line or a reason is none; the parser says so.
    private string[] Clause(string id, string[] lines)
    {
        var sentence = Array.IndexOf(lines, Quote);
        var reason = Array.FindIndex(lines, line => line.StartsWith("> *Why:*", StringComparison.Ordinal));
        if (sentence < 0 || reason < sentence) return lines;

        var stated = theory.Rules.Where(rule => rule.Clauses[0] == id).ToList();
        var elsewhere = theory.Rules.Where(rule => rule.Clauses.Skip(1).Contains(id) && known.Contains(rule.Clauses[0])).ToList();
        IEnumerable<string> formal = stated.Count > 0 ? Formal(stated) : ByHand(lines[sentence..reason]);
        IEnumerable<string> see = elsewhere.Count > 0 ? [SeeMark, $"See {string.Join(", ", elsewhere.Select(rule => $"`{rule.Name}` ({rule.Clauses[0]})"))}.", ""] : [];
        return [.. lines[..sentence], Quote, .. formal.Concat(see).Select(line => line.Length == 0 ? Quote : $"> {line}"), .. lines[reason..]];
    }

    private static IEnumerable<string> Formal(List<Rule> rules)
    {
        yield return $"{RuleMark}{(rules.Count == 1 ? "" : "s")}: {string.Join(", ", rules.Select(rule => rule.Name))} -->";
        if (rules is [Property { Kind: not (PropertyKind.Sometimes or PropertyKind.Supporting), Meaning: "" } property] && RuleText.Formula(property) is { Length: <= Width } formula)
        {
            yield return $"`{formula}`";
        }
        else
        {
            yield return Fence;
            foreach (var line in rules.SelectMany((rule, index) => RuleText.Of(rule, Width).Prepend("").Skip(index == 0 ? 1 : 0))) yield return line;
            yield return Fence;
        }

        yield return "";
    }

    // What stands there and was not put there by a weaver, each paragraph followed by an empty line.
    private static List<string> ByHand(IEnumerable<string> quoted)
    {
        var lines = quoted.Select(line => line.Length > 1 ? line[2..] : "").ToList();
        var kept = new List<string>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].StartsWith(RuleMark, StringComparison.Ordinal) || lines[at] == SeeMark) at = EndOfWoven(lines, at + 1);
            else if (lines[at].Length > 0 || (kept.Count > 0 && kept[^1].Length > 0)) kept.Add(lines[at]);
        }

        return kept;
    }

    private static int EndOfWoven(List<string> lines, int at)
    {
        var isBlock = lines[at] == Fence;
        var end = lines.FindIndex(at + 1, line => isBlock ? line == Fence : line.Length == 0);
        return end < 0 ? lines.Count : end;
    }

    [GeneratedRegex(@"^> \*\*(?<id>[A-Z]{3}-[0-9]+) ")]
    private static partial Regex Head();
}
