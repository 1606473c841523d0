namespace Braid;

/// <summary>A failure as a worker notes it, cheaply: enough to run it again.</summary>
/// <param name="Defect">What failed.</param>
/// <param name="Decisions">Who moved at each step and what was chosen; they do not say which operations they expect.</param>
internal sealed record FailedSchedule(Defect Defect, Decision[] Decisions)
{
    public static FailedSchedule Of(Execution run) => new(run.Defect!, run.RawDecisions());
}
