using System.Collections.Immutable;
using Tenet;

namespace Xvma.Spec;

/// <summary>The documents of a specification in a folder, as they are and as the theory wants them.</summary>
public static class SpecificationFolder
{
    /// <summary>Documents that are not as the theory wants them, as they should be.</summary>
    /// <param name="folder">The folder with the chapters and their README.</param>
    /// <param name="theory">The theory.</param>
    /// <exception cref="FormatException">A document asks for what the theory does not have.</exception>
    /// <exception cref="IOException">A document cannot be read.</exception>
    public static ImmutableArray<ChapterSource> Stale(string folder, Theory theory)
    {
        var documents = Read(folder);
        return [.. new Weaver(theory).Weave(documents).Where((woven, index) => woven != documents[index])];
    }

    /// <summary>Writes what is stale; how many documents that were.</summary>
    /// <inheritdoc cref="Stale"/>
    public static int Update(string folder, Theory theory)
    {
        var stale = Stale(folder, theory);
        foreach (var document in stale) File.WriteAllText(Path.Combine(folder, document.File), document.Text);
        return stale.Length;
    }

    private static ImmutableArray<ChapterSource> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal)
            .Where(path => IsWoven(Path.GetFileName(path)))
            .Select(path => new ChapterSource(Path.GetFileName(path), File.ReadAllText(path)))];

    // Chapters are numbered; what else lies in the folder is not theirs.
    private static bool IsWoven(string file) => file == Weaver.ReadMe || char.IsAsciiDigit(file[0]);
}
