using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>Tables of times by how many there are, each row with its law of growth.</summary>
internal sealed class ScalingReport
{
    private readonly StringBuilder text = new();

    /// <param name="of">What there are n of.</param>
    /// <param name="counts">The values of n.</param>
    /// <param name="rows">By what is measured: nanoseconds at each n.</param>
    public void Add(string of, int[] counts, params (string What, double[] Nanoseconds)[] rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {of}\n\n| n |");
        foreach (var count in counts) text.Append(CultureInfo.InvariantCulture, $" {count:N0} |");
        text.Append(" exponent |\n|---|").Insert(text.Length, "---|", counts.Length + 1).Append('\n');
        foreach (var (what, times) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {what} |");
            foreach (var time in times) text.Append(time < 10_000 ? string.Create(CultureInfo.InvariantCulture, $" {time:N0} ns |") : string.Create(CultureInfo.InvariantCulture, $" {time / 1000:N1} µs |"));
            text.Append(CultureInfo.InvariantCulture, $" {Exponent(counts, times):F2} |\n");
        }

        text.Append('\n');
    }

    public void Add(string line) => text.Append(line).Append('\n');

    public override string ToString() => text.ToString();

    private static double Exponent(int[] counts, double[] times)
    {
        var x = counts.Select(count => Math.Log(count)).ToArray();
        var y = times.Select(time => Math.Log(time)).ToArray();
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }
}
