using System.Collections.Immutable;
using System.Reflection;

namespace Xvma.Spec;

/// <summary>The specification: chapters of clauses, read from the Markdown that people read.</summary>
public sealed class Specification
{
    private readonly ImmutableDictionary<ClauseId, Clause> byId;

    internal Specification(ImmutableArray<Chapter> chapters)
    {
        Chapters = chapters;
        Clauses = [.. chapters.SelectMany(chapter => chapter.Clauses)];
        byId = Clauses.ToImmutableDictionary(clause => clause.Id);
    }

    /// <summary>The chapters in reading order.</summary>
    public ImmutableArray<Chapter> Chapters { get; }

    /// <summary>All clauses in reading order.</summary>
    public ImmutableArray<Clause> Clauses { get; }

    /// <summary>Reads the chapters that this assembly was built with.</summary>
    /// <exception cref="SpecificationException">They are not a specification; a test keeps this from happening.</exception>
    public static Specification Load() => Parse(EmbeddedChapters()).OrThrow();

    /// <summary>Reads chapters, and reports everything that is wrong with them at once.</summary>
    /// <param name="chapters">In any order; they are read in the order of their file names.</param>
    public static ParseResult Parse(IEnumerable<ChapterSource> chapters)
    {
        ArgumentNullException.ThrowIfNull(chapters);
        var errors = new List<SpecificationError>();
        var read = ImmutableArray.CreateBuilder<Chapter>();
        var sources = chapters.OrderBy(source => source.File, StringComparer.Ordinal).ToList();
        foreach (var source in sources)
        {
            if (ChapterParser.Parse(source, errors) is { } chapter) read.Add(chapter);
        }

        Numbering.Check(read, errors);
        References.Check(sources, read, errors);
        var ordered = errors.OrderBy(error => error.Place.File, StringComparer.Ordinal).ThenBy(error => error.Place.Line);
        return errors.Count == 0 ? new(new(read.ToImmutable()), []) : new(null, [.. ordered]);
    }

    /// <summary>The clause with this id, or null.</summary>
    public Clause? Find(ClauseId id) => byId.GetValueOrDefault(id);

    /// <summary>The clauses that a check checks, in reading order.</summary>
    public IEnumerable<Clause> CheckedBy(Check check) => Clauses.Where(clause => clause.CheckedBy.Contains(check));

    private static IEnumerable<ChapterSource> EmbeddedChapters()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".md", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new(name, reader.ReadToEnd());
        }
    }
}
