namespace Xvma.Cli;

/// <summary>Guesses which of several names was meant.</summary>
internal static class Nearest
{
    /// <summary>A question to end a sentence with that says a name is not known: <c>; did you mean “unmap”?</c>, or nothing when no name is near.</summary>
    /// <param name="given">What was typed.</param>
    /// <param name="names">What there is.</param>
    public static string Ask(string given, IEnumerable<string> names) => To(given, names) is { } name ? $"; did you mean “{name}”?" : "";

    /// <summary>
    /// The name with the fewest letters to change, leave out, add or swap with their neighbour, at most a third of them; or else the only one that begins so or
    /// contains it. Null when there is no such name.
    /// </summary>
    public static string? To(string given, IEnumerable<string> names)
    {
        var word = given.Trim().ToUpperInvariant();
        if (word.Length == 0) return null;
        List<string> all = [.. names];
        var (name, distance) = all.Select(name => (name, Distance: Distance(word, name.ToUpperInvariant()))).OrderBy(each => each.Distance).FirstOrDefault();
        if (name is not null && distance <= Math.Max(1, word.Length / 3)) return name;
        return Only(all.Where(each => each.StartsWith(word, StringComparison.OrdinalIgnoreCase))) ?? Only(all.Where(each => each.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private static string? Only(IEnumerable<string> names) => names.Take(2).ToList() is [var only] ? only : null;

    // The distance of Damerau and Levenshtein, neighbours swapped once (optimal string alignment).
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var other = from[i - 1] == to[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + other);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) least = Math.Min(least, rows[i - 2, j - 2] + 1);
                rows[i, j] = least;
            }
        }
        return rows[from.Length, to.Length];
    }
}
