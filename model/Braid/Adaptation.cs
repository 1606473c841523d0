namespace Braid;

/// <summary>An operation that a replay passed over because the code under test has changed there since the schedule was recorded.</summary>
/// <param name="Decision">Number of the recorded decision at which it was met, from 1; one more than their number for after the last.</param>
/// <param name="Thread">Name of the thread.</param>
/// <param name="Kind">What the operation is.</param>
/// <param name="Location">On what.</param>
/// <param name="IsNew">Whether it stands there now and was not recorded; otherwise it was recorded and is no longer there.</param>
public sealed record Adaptation(int Decision, string Thread, OperationKind Kind, string Location, bool IsNew)
{
    /// <summary>In words: <c>new: reader, Add of 'hits'</c>.</summary>
    public override string ToString() => $"{(IsNew ? "new" : "gone")}: {Thread}, {Execution.Standing(Kind, Location)}";
}
