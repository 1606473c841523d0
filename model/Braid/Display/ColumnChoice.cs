namespace Braid;

/// <summary>Decides which threads get a column.</summary>
internal static class ColumnChoice
{
    private const int NarrowestWithGap = 12;
    private const int SharingWithGap = 18;                   // once some must share, wider columns read better than more columns
    private const int Gutter = 6;

    /// <summary>The columns' headings, and the rows with the numbers of columns in the place of those of threads.</summary>
    /// <remarks>
    /// A thread of which nothing is shown gets none. Where the line is too short for all, those with the fewest rows share the last
    /// column, and their rows say whose they are.
    /// </remarks>
    public static (List<string> Headings, List<DisplayRow> Rows) Of(IReadOnlyList<string> threads, List<DisplayRow> rows, int width)
    {
        var busy = rows.Where(row => row.Thread >= 0).GroupBy(row => row.Thread).OrderByDescending(own => own.Count()).ThenBy(own => own.Key).Select(own => own.Key).ToList();
        if (busy.Count == 0) return ([.. threads.Take(1)], rows);

        var allFit = busy.Count <= (width - Gutter) / NarrowestWithGap;
        var own = (allFit ? busy : busy.Take(((width - Gutter) / SharingWithGap) - 1)).Order().ToList();
        List<string> headings = [.. own.Select(thread => threads[thread])];
        if (own.Count < busy.Count) headings.Add($"{busy.Count - own.Count} others");
        return (headings, [.. rows.Select(Placed)]);

        DisplayRow Placed(DisplayRow row) => row.Thread < 0 ? row
            : own.IndexOf(row.Thread) is var column and >= 0 ? row with { Thread = column }
            : row with { Thread = own.Count, Text = $"{threads[row.Thread]}: {row.Text}" };
    }
}
