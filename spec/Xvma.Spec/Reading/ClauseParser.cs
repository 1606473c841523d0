using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Xvma.Spec;

/// <summary>Reads one clause: id and sentence, perhaps formulas, by hand or woven in behind a comment, then reason and checks.</summary>
internal static partial class ClauseParser
{
    private const string WhyMark = "*Why:*";
    private const string ChecksMark = "*Checked by:*";

    public static Clause? Parse(QuoteBlock quote, Place place, List<SpecificationError> errors)
    {
        void Report(SpecificationErrorKind kind, string message) => errors.Add(new(kind, place, message));

        if (quote.Count == 0 || quote[0] is not ParagraphBlock first || !TryReadHead([.. first.Inline!], out var id, out var title, out var sentence))
        {
            Report(SpecificationErrorKind.MalformedClause, "a clause begins '**ABC-1 title.** Sentence.'");
            return null;
        }

        if (!IsOneSentence(sentence))
        {
            Report(SpecificationErrorKind.MalformedClause, $"{id} must be one sentence with a full stop at its end");
            return null;
        }

        var formal = quote.Skip(1).TakeWhile(block => block is not ParagraphBlock { Inline.FirstChild: EmphasisInline }).ToList();
        if (formal.Find(block => block is not (HtmlBlock or FencedCodeBlock or ParagraphBlock)) is { } other)
        {
            Report(SpecificationErrorKind.MalformedClause, $"{id} has a {other.GetType().Name} between its sentence and its reason");
            return null;
        }

        var rest = quote.Skip(1 + formal.Count).ToList();
        if (rest.Exists(block => block is not ParagraphBlock))
        {
            Report(SpecificationErrorKind.MalformedClause, $"{id} has more than paragraphs after its formulas");
            return null;
        }

        var tail = rest.Cast<ParagraphBlock>().SelectMany(paragraph => paragraph.Inline!.Append(new LineBreakInline())).ToList();
        var why = tail.FindIndex(inline => IsMark(inline, WhyMark));
        var checks = tail.FindIndex(inline => IsMark(inline, ChecksMark));
        var reason = why != 0 ? "" : InlineText.Of(tail.Take(checks > 0 ? checks : tail.Count).Skip(1));
        if (reason.Length == 0)
        {
            Report(SpecificationErrorKind.NoReason, $"{id} has no '{WhyMark} reason' after its sentence and formula");
            return null;
        }

        // What checks the rules that state a clause is known from them; a list is for the rest.
        var listed = checks < 0 ? "" : InlineText.Of(tail.Skip(checks + 1));
        if (checks < 0 ? formal.Count == 0 : listed is "" or ".")
        {
            Report(SpecificationErrorKind.NoCheck, $"{id} has no '{ChecksMark} …' after its reason");
            return null;
        }

        ImmutableArray<Check> list = [];
        if (checks >= 0 && !CheckListParser.TryParse(listed, out list, out var problem))
        {
            Report(SpecificationErrorKind.MalformedClause, $"{id}: {problem}");
            return null;
        }

        return new(id, title, sentence, Formula(formal), reason, list, place);
    }

    // Each formula as it is written; a line that sends the reader to another clause is none.
    private static string? Formula(List<Block> formal)
    {
        var formulas = formal.Select(block => block switch
        {
            FencedCodeBlock code => code.Lines.ToString(),
            ParagraphBlock { Inline: { } inline } when inline.FirstChild is CodeInline formula && formula.NextSibling is null => formula.Content,
            _ => "",
        }).Where(text => text.Length > 0).ToList();
        return formulas.Count == 0 ? null : string.Join("\n\n", formulas);
    }

    private static bool TryReadHead(List<Inline> inlines, out ClauseId id, out string title, out string sentence)
    {
        (id, title, sentence) = (default, "", "");
        if (inlines is not [EmphasisInline { DelimiterCount: 2 } strong, ..]) return false;
        var head = Head().Match(InlineText.Of((IEnumerable<Inline>)strong));
        if (!head.Success || !ClauseId.TryParse(head.Groups["id"].Value, out id)) return false;
        title = head.Groups["title"].Value;
        sentence = InlineText.Of(inlines.Skip(1));
        return true;
    }

    // "one sentence": no full stop before a capital letter. A clause that needs two is two clauses.
    private static bool IsOneSentence(string text) => text.EndsWith('.') && !SecondSentence().IsMatch(text);

    private static bool IsMark(Inline inline, string mark) => inline is EmphasisInline && InlineText.Of([inline]) == mark;

    [GeneratedRegex(@"^(?<id>\S+) (?<title>.+)\.$")]
    private static partial Regex Head();

    [GeneratedRegex(@"[.!?]\s+\p{Lu}")]
    private static partial Regex SecondSentence();
}
