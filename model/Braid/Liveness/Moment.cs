namespace Braid;

/// <summary>What is remembered of a state between two steps.</summary>
/// <param name="State">Hash of all cells and of what every thread stands before.</param>
/// <param name="Step">Hash of the step that led there: who, what, and what it gave.</param>
/// <param name="Thread">Who took it.</param>
/// <param name="Enabled">Who can move.</param>
/// <param name="Open">Which obligations are open.</param>
/// <param name="Before">The latest earlier moment in the same state, or −1.</param>
internal readonly record struct Moment(ulong State, ulong Step, int Thread, ulong Enabled, ulong Open, int Before);
