using System.Collections.Immutable;
using Tenet;
using Tenet.Diagrams;

namespace Xvma.Spec;

/// <summary>
/// Keeps documents up to date with the theory: formulas in clauses, diagrams beside them, lists and indexes in the README. Weaving what is woven
/// changes nothing.
/// </summary>
/// <param name="theory">The theory whose rules the clauses are stated by.</param>
public sealed class Weaver(Theory theory)
{
    /// <summary>The file that has the lists and the index; all others are chapters.</summary>
    public const string ReadMe = "README.md";

    /// <summary>All documents as they should be, in the order given. The README's index is left alone where the chapters have errors: those come first.</summary>
    /// <exception cref="FormatException">A diagram is asked for of a symbol that has none.</exception>
    public ImmutableArray<ChapterSource> Weave(IReadOnlyCollection<ChapterSource> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var sources = documents.Where(document => document.File != ReadMe).ToList();
        var clauses = new ClauseWeaver(theory, sources.SelectMany(chapter => ClauseWeaver.IdsIn(chapter.Text)).ToHashSet());
        var chapters = sources.Select(chapter => Chapter(chapter, clauses)).ToDictionary(chapter => chapter.File);
        var specification = Specification.Parse(chapters.Values).Specification;
        return [.. documents.Select(document => document.File == ReadMe ? Lists(document, specification) : chapters[document.File])];
    }

    private ChapterSource Chapter(ChapterSource chapter, ClauseWeaver clauses) =>
        chapter with { Text = GeneratedPart.Replace(clauses.Weave(chapter.Text), "diagram", symbol => Diagram(chapter, symbol)) };

    private string Diagram(ChapterSource chapter, string name)
    {
        var symbol = theory.Symbols.FirstOrDefault(symbol => symbol.Name == name && StateDiagram.CanShow(symbol))
            ?? throw new FormatException($"{chapter.File}: '{name}' is no function of the state to an enumeration; there is nothing to draw");
        return $"{char.ToUpperInvariant(symbol.Meaning[0])}{symbol.Meaning[1..]}:\n\n```mermaid\n{StateDiagram.Of(theory, symbol).ToMermaid()}```";
    }

    private ChapterSource Lists(ChapterSource document, Specification? specification)
    {
        var text = GeneratedPart.Replace(document.Text, "actions", _ => RuleLists.Actions(theory));
        text = GeneratedPart.Replace(text, "properties", _ => RuleLists.Properties(theory));
        text = GeneratedPart.Replace(text, "vocabulary", _ => RuleLists.Vocabulary(theory));
        return document with { Text = specification is null ? text : ClauseIndex.ReplaceIn(text, ClauseIndex.Render(specification)) };
    }
}
