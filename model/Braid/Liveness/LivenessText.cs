using System.Globalization;
using System.Text.RegularExpressions;

namespace Braid;

/// <summary>How loops are watched for, in one line that can be read back.</summary>
internal static partial class LivenessText
{
    public static string Format(LivenessOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{options.Fairness.ToString().ToLowerInvariant()} fairness, loops of {options.Rounds} rounds, obligations open for {options.Temperature} steps");

    public static bool TryParse(string text, out LivenessOptions options)
    {
        options = new();
        var match = Line().Match(text);
        if (!match.Success || !Enum.TryParse<Fairness>(match.Groups[1].Value, ignoreCase: true, out var fairness)) return false;
        if (!int.TryParse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var rounds) || rounds < 3) return false;
        if (!int.TryParse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture, out var temperature) || temperature < 1) return false;
        options = new() { Fairness = fairness, Rounds = rounds, Temperature = temperature };
        return true;
    }

    [GeneratedRegex("^(strong|weak) fairness, loops of ([0-9]+) rounds, obligations open for ([0-9]+) steps$")]
    private static partial Regex Line();
}
