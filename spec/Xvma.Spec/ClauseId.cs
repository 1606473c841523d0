using System.Globalization;
using System.Text.RegularExpressions;

namespace Xvma.Spec;

/// <summary>Names one clause for good: a family of three letters and a number from 1, written <c>FLT-3</c>.</summary>
/// <param name="Family">Three capital letters; a chapter has one family.</param>
/// <param name="Number">1 and up, without gaps in a family.</param>
public readonly partial record struct ClauseId(string Family, int Number) : IComparable<ClauseId>
{
    /// <summary>Reads <paramref name="text"/> if it is an id and nothing else.</summary>
    public static bool TryParse(string? text, out ClauseId id)
    {
        var match = Whole().Match(text ?? "");
        id = match.Success ? Of(match) : default;
        return match.Success;
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not an id.</exception>
    public static ClauseId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not the id of a clause.");

    /// <summary>All ids that a text mentions, in order of appearance.</summary>
    public static IEnumerable<ClauseId> MentionedIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Anywhere().Matches(text).Select(Of);
    }

    /// <summary>By family, then by number.</summary>
    public int CompareTo(ClauseId other)
    {
        var byFamily = string.CompareOrdinal(Family, other.Family);
        return byFamily != 0 ? byFamily : Number.CompareTo(other.Number);
    }

    /// <summary>Whether the left id comes first.</summary>
    public static bool operator <(ClauseId left, ClauseId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left id comes last.</summary>
    public static bool operator >(ClauseId left, ClauseId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left id comes first or is the right one.</summary>
    public static bool operator <=(ClauseId left, ClauseId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left id comes last or is the right one.</summary>
    public static bool operator >=(ClauseId left, ClauseId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => $"{Family}-{Number}";

    private static ClauseId Of(Match match) =>
        new(match.Groups["family"].Value, int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^(?<family>[A-Z]{3})-(?<number>[1-9][0-9]{0,3})\z")]
    private static partial Regex Whole();

    // CVE-2026-90383 is no clause: what follows an id must not go on with a hyphen or a digit.
    [GeneratedRegex(@"(?<![\w-])(?<family>[A-Z]{3})-(?<number>[1-9][0-9]{0,3})(?![\w-])")]
    private static partial Regex Anywhere();
}
