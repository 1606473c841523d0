using Xvma.Sync;

namespace Xvma.Observing;

/// <summary>Something that happened to a cell.</summary>
/// <param name="Thread">Which thread did it.</param>
/// <param name="Kind">What the cell holds.</param>
/// <param name="Owner">The id of the task, group, space, frame or backing, or the index of the chiplet, it belongs to.</param>
/// <param name="Part">Which one of several; for an ASID the chiplet's index.</param>
/// <param name="Touch">What was done to it.</param>
/// <param name="Number">What it holds now, where that is a number.</param>
/// <param name="Value">What it holds now, where it is not.</param>
public readonly record struct CellEvent(int Thread, CellKind Kind, long Owner, int Part, Touch Touch, long Number, object? Value);
