using System.Collections.Immutable;
using System.Globalization;
using Tenet.Explore;

namespace Xvma.Model.Instances;

/// <summary>
/// What is known of each instance, one a line: name | verdict | violated rule | states | orbits | depth | goals that it is too small to show.
/// A dash is nothing. Kept beside the catalogue, since a change of the specification changes many of them at once.
/// </summary>
public static class ExpectationFile
{
    private const string Nothing = "–";

    /// <summary>The expectations by instance.</summary>
    /// <exception cref="FormatException">A line is none.</exception>
    public static IReadOnlyDictionary<string, Expectation> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).Select(ReadLine).ToDictionary();
    }

    /// <summary>The line of an instance, by results without symmetry and, where it has one, with it.</summary>
    public static string Line(ExplorationResult full, ExplorationResult? reduced)
    {
        ArgumentNullException.ThrowIfNull(full);
        var unmet = full.Verdict == Verdict.Holds ? string.Join("; ", full.Unmet.Select(goal => goal.Name).Order(StringComparer.Ordinal)) : "";
        return string.Join(" | ", full.Instance.Name, full.Verdict, full.Violation?.Rule?.Name ?? Nothing, Number(full.States), Number(reduced?.States), Number(full.Depth), unmet.Length > 0 ? unmet : Nothing);
    }

    private static KeyValuePair<string, Expectation> ReadLine(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length != 7 || !Enum.TryParse<Verdict>(parts[1], out var verdict)) throw new FormatException($"no expectation: {line}");
        return new(parts[0], new(verdict, ReadNumber(parts[3]), (int?)ReadNumber(parts[5]), ReadNumber(parts[4]))
        {
            Violated = parts[2] == Nothing ? null : parts[2],
            Unmet = parts[6] == Nothing ? [] : [.. parts[6].Split("; ")],
        });
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Nothing;

    private static long? ReadNumber(string text) => text == Nothing ? null : long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
