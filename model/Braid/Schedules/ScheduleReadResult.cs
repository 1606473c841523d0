using System.Diagnostics.CodeAnalysis;

namespace Braid;

/// <summary>What reading a schedule file gave: a schedule, or why not.</summary>
public sealed record ScheduleReadResult
{
    private ScheduleReadResult()
    {
    }

    /// <summary>What the file holds; null when there is a <see cref="Problem"/>.</summary>
    public SavedSchedule? Saved { get; private init; }

    /// <summary>Why there is no schedule; <see cref="ScheduleProblem.None"/> when there is one.</summary>
    public ScheduleProblem Problem { get; private init; }

    /// <summary>The problem in a sentence that names the file; empty when there is none.</summary>
    public string Message { get; private init; } = "";

    /// <summary>Whether there is a schedule.</summary>
    [MemberNotNullWhen(true, nameof(Saved))]
    public bool IsOk => Saved is not null;

    internal static ScheduleReadResult Of(SavedSchedule saved) => new() { Saved = saved };

    internal static ScheduleReadResult Failed(ScheduleProblem problem, string message) => new() { Problem = problem, Message = message };
}
