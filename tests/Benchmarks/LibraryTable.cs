using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>A table of what was measured beside what is asked for.</summary>
internal sealed class LibraryTable
{
    private readonly StringBuilder rows = new();

    /// <summary>A measurement with a target.</summary>
    public void Add(string what, FormattableString measured, FormattableString target, bool met) =>
        AddRow(what, measured, $"{target}", met ? "yes" : "**no**");

    /// <summary>A measurement for information.</summary>
    public void Add(string what, FormattableString measured) => AddRow(what, measured, $"", "");

    public override string ToString() => $"| what | measured | asked for | met |\n|---|---|---|---|\n{rows}";

    private void AddRow(string what, FormattableString measured, FormattableString target, string met)
    {
        var line = string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {measured.ToString(CultureInfo.InvariantCulture)} | {target.ToString(CultureInfo.InvariantCulture)} | {met} |");
        Console.WriteLine(line);
        rows.Append(line).Append('\n');
    }
}
