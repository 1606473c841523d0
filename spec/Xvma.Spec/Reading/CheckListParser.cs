using System.Collections.Immutable;

namespace Xvma.Spec;

/// <summary>Reads <c>scenarios *a*, *b* · known bug `c` · tests `D.E`, `F.G`.</c></summary>
internal static class CheckListParser
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

        var names = group[first..].Split(", ");
        var mark = kind == CheckKind.Scenario ? '*' : '`';
        if (names.Any(name => name.Length < 3 || name[0] != mark || name[^1] != mark || name[1..^1].Contains(mark, StringComparison.Ordinal))) return false;

        var read = names.Select(name => new Check(kind, name[1..^1])).ToImmutableArray();
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
}
