using System.Globalization;

namespace Braid;

/// <summary>Breaks text into lines of a limited width, at spaces where there are any.</summary>
internal static class TextWrap
{
    /// <summary>Columns a text takes: one a user-perceived character.</summary>
    public static int WidthOf(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>The lines of <paramref name="text"/>.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">The most columns of a line; at least 4.</param>
    /// <param name="hang">Columns that lines after the first lose to their indent.</param>
    /// <param name="maxLines">What would be a further line is cut off, and the last one ends in <paramref name="cut"/>.</param>
    /// <param name="cut">The sign of cut text.</param>
    public static List<string> Wrap(string text, int width, int hang = 0, int maxLines = int.MaxValue, char cut = '…')
    {
        var rest = new StringInfo(text);
        List<string> lines = [];
        while (true)
        {
            var room = Math.Max(4, lines.Count == 0 ? width : width - hang);
            var length = rest.LengthInTextElements;
            if (length <= room)
            {
                if (length > 0 || lines.Count == 0) lines.Add(rest.String);
                return lines;
            }
            if (lines.Count == maxLines - 1)
            {
                lines.Add(rest.SubstringByTextElements(0, room - 1).TrimEnd() + cut);
                return lines;
            }
            var at = BreakBefore(rest, room);
            lines.Add(rest.SubstringByTextElements(0, at).TrimEnd());
            rest = new(rest.SubstringByTextElements(at).TrimStart());
        }
    }

    // The last space that leaves a line at least a third full; else after a sign that joins the parts of a number or name; else anywhere.
    private static int BreakBefore(StringInfo text, int room)
    {
        for (var i = room; i > room / 3; i--)
            if (text.SubstringByTextElements(i, 1) == " ") return i;
        for (var i = room - 1; i > room / 2; i--)
            if (text.SubstringByTextElements(i, 1) is "_" or "-" or "," or "." or "/") return i + 1;
        return room;
    }
}
