namespace Braid;

/// <summary>A failure as a worker notes it, cheaply: enough to run it again.</summary>
/// <param name="Defect">What failed.</param>
/// <param name="Threads">Who moved at each step.</param>
/// <param name="Choices">What was chosen at the steps that were choices.</param>
internal sealed record FailedSchedule(Defect Defect, byte[] Threads, int[] Choices)
{
    public static FailedSchedule Of(Execution run) => new(run.Defect!, run.DecisionThreads.ToArray(), run.DecisionChoices.ToArray());

    /// <summary>As decisions that do not say which operations they expect.</summary>
    public Decision[] Decisions
    {
        get
        {
            var decisions = new Decision[Threads.Length];
            for (var at = 0; at < decisions.Length; at++) decisions[at] = new(Threads[at], OperationKind.None, "", Choices[at]);
            return decisions;
        }
    }
}
