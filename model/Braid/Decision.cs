namespace Braid;

/// <summary>One decision of a schedule: who moves next, and what that move is expected to be.</summary>
/// <param name="Thread">Index of the thread in order of declaration, from 0.</param>
/// <param name="Kind">The operation that the thread performs; a replay that meets another one has diverged.</param>
/// <param name="Location">Name of what it operates on, as <see cref="StepRecord.Location"/>; empty when it has none.</param>
/// <param name="Choice">The value picked, for <see cref="OperationKind.Choose"/>; null otherwise.</param>
public readonly record struct Decision(int Thread, OperationKind Kind, string Location, int? Choice = null)
{
    /// <summary>Who moves: the thread itself or its store buffer.</summary>
    internal (int Thread, bool IsBuffer) Mover => (Thread, Kind == OperationKind.Flush);
}
