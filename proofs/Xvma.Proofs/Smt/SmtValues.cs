using System.Globalization;
using System.Text.RegularExpressions;

namespace Xvma.Proofs.Smt;

/// <summary>Reads what solvers answer to <c>get-value</c>.</summary>
internal static partial class SmtValues
{
    /// <summary>The value of each constant of the query; truth values are 0 and 1.</summary>
    /// <exception cref="FormatException">One has none.</exception>
    public static Dictionary<string, ulong> Read(SmtQuery query, string said)
    {
        var values = new Dictionary<string, ulong>();
        foreach (Match match in ValuePattern().Matches(said))
        {
            var value = match.Groups["value"].Value;
            values[match.Groups["name"].Value] = value switch
            {
                "true" => 1,
                "false" => 0,
                ['#', 'x', .. var digits] => ulong.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                ['#', 'b', .. var digits] => Convert.ToUInt64(digits, 2),
                _ => throw new FormatException($"not a value: {said}"),
            };
        }

        return query.Constants.All(constant => values.ContainsKey(constant.Key))
            ? values
            : throw new FormatException($"no value for each of {query.GetValues}: {said}");
    }

    [GeneratedRegex(@"\(\s*(?<name>[^\s()]+)\s+(?<value>#x[0-9a-fA-F]+|#b[01]+|true|false)\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex ValuePattern();
}
