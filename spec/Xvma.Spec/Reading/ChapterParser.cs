using System.Collections.Immutable;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Xvma.Spec;

/// <summary>Reads one chapter: a heading, clauses in quotation blocks, and introductions between them.</summary>
internal static class ChapterParser
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    /// <summary>The chapter, or null if it has no heading or no clause that could be read; what is wrong is added to <paramref name="errors"/>.</summary>
    public static Chapter? Parse(ChapterSource source, List<SpecificationError> errors)
    {
        var document = Markdown.Parse(source.Text, Pipeline);
        var clauses = ImmutableArray.CreateBuilder<Clause>();
        string? title = null;
        foreach (var block in document)
        {
            var place = new Place(source.File, block.Line + 1);
            switch (block)
            {
                case HeadingBlock { Level: 1, Inline: { } heading }:
                    title ??= InlineText.Of(heading).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ');
                    break;
                case QuoteBlock quote:
                    if (ClauseParser.Parse(quote, place, errors) is { } clause) clauses.Add(clause);
                    break;
                case ParagraphBlock paragraph when LooksLikeAClause(paragraph):
                    errors.Add(new(SpecificationErrorKind.MalformedClause, place, "a clause outside a quotation block would be read by nobody"));
                    break;
            }
        }

        if (title is { Length: > 0 } && clauses.Count > 0) return new(source.File, title, clauses.ToImmutable());
        errors.Add(new(SpecificationErrorKind.EmptyChapter, new(source.File, 1), "the chapter has no heading or no clause"));
        return null;
    }

    private static bool LooksLikeAClause(ParagraphBlock paragraph) =>
        paragraph.Inline?.FirstChild is EmphasisInline { DelimiterCount: 2 } strong && ClauseId.MentionedIn(InlineText.Of(strong)).Any();
}
