namespace Tenet.Explore;

/// <summary>States with consecutive numbers.</summary>
/// <param name="Start">The first number.</param>
/// <param name="Count">How many.</param>
internal readonly record struct Range(uint Start, uint Count);
