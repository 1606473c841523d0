using Xvma.Spec;

namespace Xvma.Architecture.Tests;

/// <summary>The list of checks that clauses name before they exist: one a line, kind and name. It may only get shorter.</summary>
internal static class Awaited
{
    public const string Path = "tests/Xvma.Architecture.Tests/Traceability/awaited.txt";

    public static IReadOnlySet<Check> Read(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#')
        .Select(Parse)
        .ToHashSet();

    /// <summary>The list without some of its lines.</summary>
    public static string Without(string text, IEnumerable<Check> stale)
    {
        var gone = stale.Select(check => check.ToString()).ToHashSet();
        return string.Join('\n', text.Split('\n').Where(line => !gone.Contains(line.Trim())));
    }

    private static Check Parse(string line)
    {
        foreach (var kind in Enum.GetValues<CheckKind>())
        {
            var prefix = new Check(kind, "").ToString();
            if (line.StartsWith(prefix, StringComparison.Ordinal)) return new(kind, line[prefix.Length..]);
        }

        throw new FormatException($"'{line}' in {Path} is no check.");
    }
}
