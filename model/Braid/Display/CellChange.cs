namespace Braid;

/// <summary>What a step did to something that others can see.</summary>
/// <param name="Location">What.</param>
/// <param name="Before">What it held; null when that is not known.</param>
/// <param name="After">What it holds now; null when it is gone.</param>
public sealed record CellChange(string Location, string? Before, string? After)
{
    /// <summary>In words: <c>x: 0 → 1</c>.</summary>
    public override string ToString() => $"{Location}: {Before ?? "?"} → {After ?? "gone"}";
}
