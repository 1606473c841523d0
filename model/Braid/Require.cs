namespace Braid;

/// <summary>For tests, of whatever test framework: what is not as required is thrown, with a page that says all.</summary>
public static class Require
{
    /// <summary>Where failing schedules are saved unless said otherwise; seen from the current folder, for a test mostly the one of its assembly.</summary>
    public static string DefaultFolder { get; } = Path.Combine("artifacts", "schedules");

    /// <summary>Requires that all schedules of a program end well.</summary>
    /// <param name="program">Makes an instance of the program; each instance the same.</param>
    /// <param name="options">What to try and how long; every schedule under sequential consistency when null.</param>
    /// <param name="folder">Where a failing schedule is saved, named as the program; <see cref="DefaultFolder"/> when null.</param>
    /// <returns>How much that was.</returns>
    /// <exception cref="RequirementException">
    /// One fails: the message is the page of the failure, made small. Or the budget did not suffice to try all.
    /// </exception>
    /// <exception cref="ScheduleFileException">The failing schedule could not be saved.</exception>
    public static ExplorationResult Exhausted(Func<Program> program, ExplorerOptions? options = null, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        var result = Explorer.Run(program, options);
        if (result.Failure is { } failure)
        {
            var small = Minimiser.Run(program, failure);
            var file = $"{folder ?? DefaultFolder}/{NameOf(failure.Schedule)}.json";
            ScheduleFile.Write(file, SavedSchedule.Of(small.Failure, result.Bounds));
            var page = FailureReport.Of(small) with { ReplayCommand = $"""{nameof(Require)}.{nameof(Reproduced)}(program, "{file}")""" };
            throw new RequirementException(FailureDisplay.Render(page, new()));
        }

        return result.Verdict == Verdict.Exhausted
            ? result
            : throw new RequirementException(
                $"Not exhausted: nothing was found in {result.Schedules:N0} schedules, and there are more. Give it a larger budget, or ask for less: fewer threads, fewer operations, a bound on preemptions.");
    }

    /// <summary>Requires that a saved schedule can be followed and ends as it was recorded to. Where it was saved from a failure, a debugger shows it step by step.</summary>
    /// <param name="program">Makes an instance of the program it was recorded on.</param>
    /// <param name="file">The saved schedule.</param>
    /// <returns>What was done, with the trace.</returns>
    /// <exception cref="RequirementException">The file is no schedule, or the program has taken another way: the message says where and why.</exception>
    public static ReplayResult Reproduced(Func<Program> program, string file)
    {
        ArgumentNullException.ThrowIfNull(program);
        var read = ScheduleFile.TryRead(file);
        if (read.Saved is not { } saved) throw new RequirementException(read.Message);
        var replay = Explorer.Replay(program, saved.Schedule);
        return replay.Outcome == ReplayOutcome.Reproduced
            ? replay
            : throw new RequirementException(ReplayDisplay.Render(saved.Schedule, replay, new()));
    }

    private static string NameOf(Schedule schedule)
    {
        var name = string.Concat(schedule.Scenario.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        return schedule.MemoryModel == MemoryModel.SequentialConsistency.Abbreviation() ? name : $"{name}-{schedule.MemoryModel.ToLowerInvariant()}";
    }
}
