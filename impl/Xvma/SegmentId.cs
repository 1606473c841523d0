namespace Xvma;

/// <summary>Names one exported segment for as long as the machine runs; never given to another (XPM-1).</summary>
/// <param name="Value">1 for the first segment of a machine, and up.</param>
public readonly record struct SegmentId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"segment {Value}";
}
