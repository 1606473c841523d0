using System.Globalization;

namespace Xvma.Cli;

/// <summary>A table that is printed row by row as results come in, so its columns' widths are given.</summary>
internal sealed class TextTable
{
    private readonly TextWriter output;
    private readonly (string Title, int Width)[] columns;

    /// <summary>Prints the titles. A negative width aligns to the right; the last column takes what it needs.</summary>
    public TextTable(TextWriter output, params (string Title, int Width)[] columns)
    {
        this.output = output;
        this.columns = columns;
        Row([.. columns.Select(column => column.Title)]);
    }

    /// <summary>Prints a row.</summary>
    public void Row(params string[] cells)
    {
        var line = columns.Zip(cells, static (column, cell) => column.Width < 0 ? cell.PadLeft(-column.Width) : cell.PadRight(column.Width));
        output.WriteLine($"  {string.Join("  ", line)}".TrimEnd());
    }

    /// <summary>A count with separators; a dash for none.</summary>
    public static string Count(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>How many of something there are: <c>1 scenario</c>, <c>30 scenarios</c>.</summary>
    public static string Counted(int number, string noun) => $"{Count(number)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>Seconds with one decimal.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s");
}
