namespace Xvma.Model;

/// <summary>One replacement in one source file.</summary>
/// <param name="File">Path from the root of the repository, with forward slashes.</param>
/// <param name="Before">Whole lines that must occur there exactly once; indentation and trailing blanks do not count.</param>
/// <param name="After">Whole lines in their place; may be none.</param>
public sealed record SourceEdit(string File, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    /// <summary>Applies the edit to <paramref name="text"/>.</summary>
    /// <exception cref="KnownBugException">The lines do not occur exactly once.</exception>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        var places = Enumerable.Range(0, Math.Max(0, lines.Length - Before.Count + 1)).Where(at => Matches(lines, at)).ToArray();
        return places switch
        {
            [var at] => string.Join('\n', [.. lines[..at], .. After, .. lines[(at + Before.Count)..]]),
            [] => throw new KnownBugException($"{File}: the lines beginning with “{Before[0].Trim()}” are not there any more."),
            _ => throw new KnownBugException($"{File}: the lines beginning with “{Before[0].Trim()}” are there {places.Length} times; add more lines."),
        };
    }

    /// <summary>The line, from 1, at which the edit begins in <paramref name="text"/>; 0 when it does not apply.</summary>
    public int LineIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        for (var at = 0; at + Before.Count <= lines.Length; at++)
            if (Matches(lines, at)) return at + 1;
        return 0;
    }

    private bool Matches(string[] lines, int at) =>
        Before.Select((line, i) => line.AsSpan().Trim().SequenceEqual(lines[at + i].AsSpan().Trim())).All(same => same);
}
