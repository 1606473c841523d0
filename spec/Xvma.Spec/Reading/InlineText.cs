using System.Text;
using Markdig.Syntax.Inlines;

namespace Xvma.Spec;

/// <summary>Turns inlines back into the Markdown they were written as, on one line.</summary>
internal static class InlineText
{
    public static string Of(IEnumerable<Inline> inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines) Append(text, inline);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append('`').Append(code.Content).Append('`');
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case EmphasisInline emphasis:
                text.Append(emphasis.DelimiterChar, emphasis.DelimiterCount);
                foreach (var child in emphasis) Append(text, child);
                text.Append(emphasis.DelimiterChar, emphasis.DelimiterCount);
                break;
            case ContainerInline container:
                foreach (var child in container) Append(text, child);
                break;
            default:
                text.Append(inline);
                break;
        }
    }
}
