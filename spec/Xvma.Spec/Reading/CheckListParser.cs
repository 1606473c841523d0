using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Xvma.Spec;

/// <summary>Reads <c>scenarios *a*, *b* · known bug `c` · tests `D.E`, `F.G`.</c></summary>
internal static partial class CheckListParser
{
    /// <summary>False with a <paramref name="problem"/> if this is no list of checks.</summary>
    public static bool TryParse(string text, out ImmutableArray<Check> checks, out string problem)
    {
        checks = [];
        if (!text.EndsWith('.'))
        {
            problem = "the list of checks has no full stop at its end";
            return false;
        }

        foreach (var group in text[..^1].Split(" · "))
        {
            if (!TryParseGroup(group, out var read, out problem)) return false;
            if (checks.Any(check => check.Kind == read[0].Kind))
            {
                problem = $"'{group}' names a kind of check a second time";
                return false;
            }

            checks = checks.AddRange(read);
        }

        problem = "";
        return true;
    }

    private static bool TryParseGroup(string group, out ImmutableArray<Check> checks, out string problem)
    {
        checks = [];
        problem = $"'{group}' is not a kind of check (scenario, known bug, test, lemma) and its names";
        var first = group.IndexOfAny(['*', '`']);
        if (first < 0 || !CheckKindNames.TryRead(group[..first].Trim(), out var kind, out var plural)) return false;

        // Between two marks of its kind a name may have anything, also a comma.
        var names = (kind == CheckKind.Scenario ? Italics() : Code()).Match(group[first..]);
        if (!names.Success) return false;

        var read = names.Groups["name"].Captures.Select(name => new Check(kind, name.Value)).ToImmutableArray();
        if (read.Distinct().Count() != read.Length)
        {
            problem = $"'{group}' names a check twice";
            return false;
        }

        if (plural != read.Length > 1)
        {
            problem = $"'{group}' should begin with '{CheckKindNames.Counted(kind, read.Length)}'";
            return false;
        }

        if (kind == CheckKind.Test && read.Any(check => check.Name.Count(letter => letter == '.') != 1))
        {
            problem = $"'{group}': a test is named Class.Method";
            return false;
        }

        checks = read;
        return true;
    }

    [GeneratedRegex(@"^\*(?<name>[^*]+)\*(?:, \*(?<name>[^*]+)\*)*\z")]
    private static partial Regex Italics();

    [GeneratedRegex(@"^`(?<name>[^`]+)`(?:, `(?<name>[^`]+)`)*\z")]
    private static partial Regex Code();
}
