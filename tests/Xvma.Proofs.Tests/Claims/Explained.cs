namespace Xvma.Proofs.Tests.Claims;

/// <summary>
/// Lists of what the proofs do not notice, each entry below the reason why that is as it should be: a line <c>= reason</c>, then the entries it
/// explains. What is not explained fails, and so does what is explained and no longer there.
/// </summary>
internal static class Explained
{
    public static void Compare(string file, IEnumerable<string> found)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Claims", file)).Where(line => line.Length > 0 && line[0] != '#').ToList();
        Assert.True(lines.Count == 0 || lines[0].StartsWith("= ", StringComparison.Ordinal), $"{file}: the first entry has no reason");
        var explained = lines.Where(line => !line.StartsWith("= ", StringComparison.Ordinal)).ToList();
        Assert.Equal(explained.Count, explained.Distinct().Count());

        var all = found.ToList();
        var unexplained = all.Except(explained).ToList();
        var stale = explained.Except(all).ToList();
        Assert.True(unexplained.Count == 0, $"{file}: to be explained, or noticed by a claim:\n{string.Join('\n', unexplained)}");
        Assert.True(stale.Count == 0, $"{file}: explained, and no longer there:\n{string.Join('\n', stale)}");
    }
}
