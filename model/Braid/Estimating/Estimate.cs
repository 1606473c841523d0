namespace Braid;

/// <summary>A number that was not counted but estimated.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end of the 95 % confidence interval.</param>
/// <param name="High">Upper end of the 95 % confidence interval.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>Half the width of the interval.</summary>
    public double Error => (High - Low) / 2;
}
