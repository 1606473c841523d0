namespace Xvma;

/// <summary>Names one shared_xmm for as long as the machine runs; never given to another (GRP-7).</summary>
/// <param name="Value">1 for the first group of a machine, and up.</param>
public readonly record struct GroupId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"group {Value}";
}
