using System.Globalization;

namespace Braid;

/// <summary>Draws rows as lines: a column a thread, the switches between them, the reason beside the step that fails.</summary>
internal sealed class TracePainter
{
    private const int Beside = 3;                            // columns between a step's number, or its text, and what follows
    private const int LinesPerRow = 4;
    private const int MaxDepth = 8;
    private readonly Glyphs glyphs;
    private readonly ColumnLayout layout;
    private readonly List<string> lines = [];

    private TracePainter(Glyphs glyphs, ColumnLayout layout) => (this.glyphs, this.layout) = (glyphs, layout);

    /// <summary>The picture, a line each, without trailing spaces.</summary>
    public static IReadOnlyList<string> Paint(IReadOnlyList<string> threads, IReadOnlyList<DisplayRow> rows, DisplayOptions options)
    {
        var glyphs = Glyphs.For(options.Characters);
        var names = threads.Select(glyphs.Clean).ToList();
        var clean = rows.Select(row => row with
        {
            Text = glyphs.Clean(row.Text),
            Reason = row.Reason is null ? null : glyphs.Clean(row.Reason),
            Depth = Math.Min(row.Depth, MaxDepth),
        }).ToList();
        var digits = clean.Max(row => row.Number)?.ToString(CultureInfo.InvariantCulture).Length ?? 1;
        var painter = new TracePainter(glyphs, new(options.Width, Math.Max(3, digits) + Beside, Wanted(names, clean)));
        painter.Header(names);
        painter.Rows(clean);
        return painter.lines;
    }

    private static int[] Wanted(List<string> names, List<DisplayRow> rows)
    {
        var wanted = names.Select(TextWrap.WidthOf).ToArray();
        foreach (var row in rows.Where(row => row.Thread >= 0))
            wanted[row.Thread] = Math.Max(wanted[row.Thread], (2 * row.Depth) + TextWrap.WidthOf(row.Text));
        return wanted;
    }

    private void Header(List<string> names)
    {
        var cells = names.Select((name, i) => TextWrap.Wrap(name, layout.WidthOf(i), maxLines: LinesPerRow, cut: glyphs.Cut)).ToList();
        for (var row = 0; row < cells.Max(cell => cell.Count); row++)
        {
            var line = "";
            for (var i = 0; i < cells.Count; i++)
                if (row < cells[i].Count) line = Put(line, layout.StartOf(i), cells[i][row]);
            Add(line);
        }
    }

    private void Rows(List<DisplayRow> rows)
    {
        var running = -1;
        foreach (var row in rows)
        {
            if (row.Thread < 0)
            {
                Add(Put("", layout.Gutter, row.Text));
                continue;
            }
            if (running >= 0 && running != row.Thread) Switch(running, row.Thread);
            running = row.Thread;
            Row(row);
        }
    }

    private void Switch(int from, int to)
    {
        var start = layout.StartOf(Math.Min(from, to));
        var shaft = new string(glyphs.Line, layout.StartOf(Math.Max(from, to)) - start - 2);
        Add(Put("", start, from < to ? shaft + glyphs.Right : glyphs.Left + shaft));
    }

    private void Row(DisplayRow row)
    {
        var depth = Math.Min(row.Depth, layout.WidthOf(row.Thread) / 6);    // a deep call in a narrow column keeps room for words
        var bars = string.Concat(Enumerable.Repeat($"{glyphs.Bar} ", row.Returns && depth > 0 ? depth - 1 : depth));
        var first = row.Returns && depth > 0 ? $"{bars}{glyphs.Corner} " : bars;
        var next = row.Returns && depth > 0 ? bars + "  " : bars;
        var cell = TextWrap.Wrap(row.Text, layout.WidthOf(row.Thread) - (2 * depth), hang: 2, LinesPerRow, glyphs.Cut);

        var number = row.Number?.ToString(CultureInfo.InvariantCulture).PadLeft(layout.Gutter - Beside) ?? "";
        var line = Put(number, layout.StartOf(row.Thread), first + cell[0]);
        var told = row.Reason is not null && cell.Count == 1 && TryPutReasonBeside(ref line, row.Thread, row.Reason);
        Add(line);
        foreach (var more in cell.Skip(1)) Add(Put("", layout.StartOf(row.Thread), next + "  " + more));
        if (row.Reason is not null && !told) ReasonBelow(row.Thread, row.Reason);
    }

    private bool TryPutReasonBeside(ref string line, int thread, string reason)
    {
        var text = $"{glyphs.Cross} {reason}";
        var after = TextWrap.WidthOf(line) + Beside;
        var at = thread + 1 < layout.Count ? Math.Max(after, layout.StartOf(thread + 1)) : after;
        if (at + TextWrap.WidthOf(text) > layout.LineWidth) return false;
        line = Put(line, at, text);
        return true;
    }

    private void ReasonBelow(int thread, string reason)
    {
        // In its own column when that leaves a readable line, else from the left edge.
        var start = layout.LineWidth - layout.StartOf(thread) >= 40 ? layout.StartOf(thread) : layout.Gutter;
        var wrapped = TextWrap.Wrap(reason, layout.LineWidth - start - 2);
        for (var i = 0; i < wrapped.Count; i++) Add(Put("", start, (i == 0 ? $"{glyphs.Cross} " : "  ") + wrapped[i]));
    }

    private static string Put(string line, int at, string text) =>
        line + new string(' ', Math.Max(0, at - TextWrap.WidthOf(line))) + text;

    private void Add(string line) => lines.Add(line.TrimEnd());
}
