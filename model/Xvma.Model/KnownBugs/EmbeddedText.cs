using System.Reflection;

namespace Xvma.Model;

/// <summary>Texts that travel inside the assembly, so that the checker works without the repository: known bugs and production sources.</summary>
internal static class EmbeddedText
{
    private const string BugPrefix = "bugs/";
    private const string SourcePrefix = "source/";

    private static readonly Assembly Home = typeof(EmbeddedText).Assembly;

    public static IReadOnlyList<KnownBug> KnownBugs() =>
    [
        .. Under(BugPrefix).Select(file => KnownBugParser.Parse(file.Text, file.Path)).OrderBy(bug => bug.Name, StringComparer.Ordinal),
    ];

    /// <summary>The sources of impl/Xvma by path from the root of the repository.</summary>
    public static IReadOnlyDictionary<string, string> Sources() =>
        Under(SourcePrefix).ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);

    private static IEnumerable<(string Path, string Text)> Under(string prefix)
    {
        foreach (var name in Home.GetManifestResourceNames())
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(Home.GetManifestResourceStream(name)!);
            yield return (name[prefix.Length..].Replace('\\', '/'), reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
    }
}
