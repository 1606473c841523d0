namespace Xvma;

/// <summary>Names one permit for as long as the machine runs; never given to another (XPM-2). It is its holder's alone to use.</summary>
/// <param name="Value">1 for the first permit of a machine, and up.</param>
public readonly record struct PermitId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"permit {Value}";
}
