namespace Braid;

/// <summary>Where on the line each thread's column begins and how wide it is.</summary>
internal sealed class ColumnLayout
{
    private const int Gap = 3;
    private const int Narrowest = 8;
    private readonly int[] starts;
    private readonly int[] widths;

    /// <summary>Shares the line out: nobody gets more than they need, and those who need more than an even share split the rest evenly.</summary>
    /// <param name="lineWidth">Columns of the whole line.</param>
    /// <param name="gutter">Columns on the left kept for step numbers.</param>
    /// <param name="wanted">For each thread the width at which nothing wraps.</param>
    public ColumnLayout(int lineWidth, int gutter, IReadOnlyList<int> wanted)
    {
        LineWidth = lineWidth;
        Gutter = gutter;
        widths = Share(lineWidth - gutter - (Gap * (wanted.Count - 1)), wanted);
        starts = new int[widths.Length];
        for (var (i, at) = (0, gutter); i < widths.Length; at += widths[i] + Gap, i++) starts[i] = at;
    }

    public int LineWidth { get; }

    public int Gutter { get; }

    public int Count => widths.Length;

    public int StartOf(int thread) => starts[thread];

    public int WidthOf(int thread) => widths[thread];

    private static int[] Share(int room, IReadOnlyList<int> wanted)
    {
        var widths = new int[wanted.Count];
        var open = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToList();
        while (open.Count > 0)
        {
            var even = Math.Max(Narrowest, room / open.Count);
            var least = open[0];
            widths[least] = Math.Clamp(wanted[least], Narrowest, even);
            room -= widths[least];
            open.RemoveAt(0);
        }
        return widths;
    }
}
