namespace Braid;

/// <summary>A schedule could not be saved; whatever was at that path before is still there, whole.</summary>
public sealed class ScheduleFileException : IOException
{
    internal ScheduleFileException(ScheduleProblem problem, string message, Exception inner)
        : base(message, inner) => Problem = problem;

    /// <summary>What stood in the way.</summary>
    public ScheduleProblem Problem { get; }
}
