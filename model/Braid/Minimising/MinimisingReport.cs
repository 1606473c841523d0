namespace Braid;

/// <summary>What a minimiser did.</summary>
/// <param name="Before">The schedule as found.</param>
/// <param name="After">The schedule as kept.</param>
/// <param name="Runs">Executions it took.</param>
/// <param name="Complete">Whether every way to make it smaller had been tried; false when the budget ended first.</param>
public sealed record MinimisingReport(ScheduleSize Before, ScheduleSize After, int Runs, bool Complete)
{
    /// <summary>In words.</summary>
    public override string ToString() => $"from {Before} to {After} in {FailureDisplay.Count(Runs, "run")}{(Complete ? "" : ", budget spent")}";
}
