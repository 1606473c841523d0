using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>Blocks of rows, each with its time and its ratio to the first of its block.</summary>
internal sealed class CompareTable
{
    private readonly StringBuilder rows = new();

    public void Add(string block, string[] names, double[] nanoseconds)
    {
        rows.Append(CultureInfo.InvariantCulture, $"| **{block}** | | |\n");
        for (var i = 0; i < names.Length; i++)
            rows.Append(CultureInfo.InvariantCulture, $"| {names[i]} | {nanoseconds[i]:N1} ns | {nanoseconds[i] / nanoseconds[0]:N2} × |\n");
    }

    public override string ToString() => $"| what | measured | ratio |\n|---|---|---|\n{rows}";
}
