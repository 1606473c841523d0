namespace Braid;

/// <summary>A reversed race that belongs above the leaf in whose exploration it was found.</summary>
/// <param name="Node">The state before the race.</param>
/// <param name="Origin">The state after the step that is to come later.</param>
/// <param name="Sequence">What is to follow the state instead.</param>
internal readonly record struct WakeupRequest(WakeupNode Node, WakeupNode Origin, WakeupSequence Sequence);
