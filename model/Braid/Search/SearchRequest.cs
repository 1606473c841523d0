namespace Braid;

/// <summary>A race found in one part of the search that asks for another move from a state above it.</summary>
/// <param name="Node">The state.</param>
/// <param name="Initials">Moves any of which would do.</param>
/// <param name="Preferred">The one to add when none of them is explored.</param>
internal readonly record struct SearchRequest(SearchNode Node, ulong Initials, int Preferred);
