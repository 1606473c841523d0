using System.Globalization;
using System.Linq.Expressions;

namespace Xvma.Proofs;

/// <summary>Values under which a formula is false.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Values">The value of each of its parameters; truth values are 0 and 1, negative numbers their two's complement.</param>
public sealed record Counterexample(LambdaExpression Formula, IReadOnlyDictionary<string, ulong> Values)
{
    /// <summary>Each parameter and its value: words in hexadecimal, numbers as C# writes them.</summary>
    public override string ToString() => string.Join(", ", Formula.Parameters.Select(parameter => $"{parameter.Name} = {Text(parameter)}"));

    private string Text(ParameterExpression parameter)
    {
        var value = Values[parameter.Name!];
        if (parameter.Type == typeof(int))
            return unchecked((int)value).ToString(CultureInfo.InvariantCulture);
        return parameter.Type == typeof(bool) ? (value != 0 ? "true" : "false") : new ExtendedAddress(value).ToString();
    }
}
