namespace Braid;

/// <summary>A part of an exhaustive search: all that follows one move from one state.</summary>
/// <param name="Node">The state, or null for the whole search.</param>
/// <param name="Thread">Who moves.</param>
/// <param name="FirstChoice">The first value to choose, if the move is a choice; the ones after it belong to the task too.</param>
/// <param name="Sleep">Whose moves from the state are explored elsewhere.</param>
internal readonly record struct SearchTask(SearchNode? Node, int Thread, int FirstChoice, ulong Sleep);
