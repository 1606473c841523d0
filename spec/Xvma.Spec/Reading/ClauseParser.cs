using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Xvma.Spec;

/// <summary>Reads one clause: id and sentence, perhaps a formula, then reason and checks.</summary>
internal static partial class ClauseParser
{
    private const string WhyMark = "*Why:*";
    private const string ChecksMark = "*Checked by:*";

    public static Clause? Parse(QuoteBlock quote, Place place, List<SpecificationError> errors)
    {
        void Report(SpecificationErrorKind kind, string message) => errors.Add(new(kind, place, message));

        var paragraphs = quote.OfType<ParagraphBlock>().Select(paragraph => paragraph.Inline!.ToList()).ToList();
        if (paragraphs.Count != quote.Count || paragraphs.Count == 0 || !TryReadHead(paragraphs[0], out var id, out var title, out var sentence))
        {
            Report(SpecificationErrorKind.MalformedClause, "a clause begins '**ABC-1 title.** Sentence.' and has paragraphs only");
            return null;
        }

        if (!IsOneSentence(sentence))
        {
            Report(SpecificationErrorKind.MalformedClause, $"{id} must be one sentence with a full stop at its end");
            return null;
        }

        var rest = paragraphs.Skip(1).ToList();
        var formula = rest.Count > 0 && rest[0] is [CodeInline code] ? code.Content : null;
        if (formula is not null) rest.RemoveAt(0);

        var tail = rest.SelectMany(paragraph => paragraph.Append(new LineBreakInline())).ToList();
        var why = tail.FindIndex(inline => IsMark(inline, WhyMark));
        var checks = tail.FindIndex(inline => IsMark(inline, ChecksMark));
        var reason = why != 0 ? "" : InlineText.Of(tail.Take(checks > 0 ? checks : tail.Count).Skip(1));
        if (reason.Length == 0)
        {
            Report(SpecificationErrorKind.NoReason, $"{id} has no '{WhyMark} reason' after its sentence and formula");
            return null;
        }

        var listed = checks < 0 ? "" : InlineText.Of(tail.Skip(checks + 1));
        if (listed is "" or ".")
        {
            Report(SpecificationErrorKind.NoCheck, $"{id} has no '{ChecksMark} …' after its reason");
            return null;
        }

        if (!CheckListParser.TryParse(listed, out var list, out var problem))
        {
            Report(SpecificationErrorKind.MalformedClause, $"{id}: {problem}");
            return null;
        }

        return new(id, title, sentence, formula, reason, list, place);
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
