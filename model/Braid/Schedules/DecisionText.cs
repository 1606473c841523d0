using System.Collections.Frozen;
using System.Globalization;

namespace Braid;

/// <summary>A decision as one short line: <c>0 Load range-active of space 2</c>, <c>1 Choose=2 victim</c>.</summary>
public static class DecisionText
{
    // Not Enum.TryParse: that accepts numbers and lists, so that a damaged name could still mean something.
    private static readonly FrozenDictionary<string, OperationKind> Kinds =
        Enum.GetValues<OperationKind>().Where(kind => kind != OperationKind.None).ToFrozenDictionary(kind => kind.ToString(), StringComparer.Ordinal);

    /// <summary>The line of <paramref name="decision"/>.</summary>
    public static string Format(Decision decision)
    {
        var thread = decision.Thread.ToString(CultureInfo.InvariantCulture);
        var choice = decision.Choice is { } picked ? $"={picked.ToString(CultureInfo.InvariantCulture)}" : "";
        var location = decision.Location.Length == 0 ? "" : " " + decision.Location;
        return $"{thread} {decision.Kind}{choice}{location}";
    }

    /// <summary>Reads back what <see cref="Format"/> wrote; anything else is refused.</summary>
    /// <param name="line">The line.</param>
    /// <param name="decision">The decision, when the answer is true.</param>
    public static bool TryParse(string line, out Decision decision)
    {
        decision = default;
        var parts = line.Split(' ', 3);
        if (parts.Length < 2 || !TryNumber(parts[0], out var thread)) return false;

        int? choice = null;
        var kindText = parts[1];
        if (kindText.Split('=', 2) is [var name, var value])
        {
            if (!TryNumber(value, out var picked)) return false;
            (kindText, choice) = (name, picked);
        }
        if (!Kinds.TryGetValue(kindText, out var kind) || choice is null != kind is not OperationKind.Choose) return false;

        decision = new(thread, kind, parts.Length == 3 ? parts[2] : "", choice);
        return Format(decision) == line;                            // one spelling for each decision
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
