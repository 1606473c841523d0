using Braid;
using Xvma.Spec.Formal;

namespace Xvma.Model;

/// <summary>How large a bound has to be for a known bug to show: what was covered below it without a failure.</summary>
/// <param name="Passing">For each number of preemptions from 0 on with which nothing fails: how many schedules have at most so many, all of them run.</param>
/// <param name="Preemptions">The least number with which it fails; null when the time was over first, and for a bug of a weaker memory order.</param>
/// <param name="InOrder">For a bug of a weaker memory order, where store buffers are the bound: executions without them, all of them run, none failing; else null.</param>
public sealed record SmallerBounds(IReadOnlyList<long> Passing, int? Preemptions, long? InOrder)
{
    /// <summary>Raises the bound on preemptions from 0 until <paramref name="bug"/> shows.</summary>
    /// <param name="bug">The bug.</param>
    /// <param name="schedule">One that shows it: says its scenario, and whether each step is held against the specification.</param>
    /// <param name="time">For each bound, at most.</param>
    /// <param name="stop">Ends it early; the answer is then as if the time were over.</param>
    /// <exception cref="KnownBugException">The bug does not apply, does not compile, or names no scenario.</exception>
    public static SmallerBounds Measure(KnownBug bug, Schedule schedule, TimeSpan time, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(bug);
        ArgumentNullException.ThrowIfNull(schedule);
        var options = new ExplorerOptions { MaxTime = time, MaxStepsPerSchedule = schedule.MaxSteps, Workers = 1 };
        if (bug.Memory != MemoryModel.SequentialConsistency) return new([], null, InOrderOf(bug, options, stop));

        var program = KnownBugChecker.ProgramOf(bug, schedule);
        List<long> passing = [];
        while (true)
        {
            var result = Explorer.Run(program, options with { PreemptionBound = passing.Count }, stop: stop);
            if (result.Failure is not null) return new(passing, passing.Count, null);
            if (result.Verdict != Verdict.Exhausted) return new(passing, null, null);
            passing.Add(result.Schedules);
        }
    }

    // The specification's own steps are looked at here as well: what only the order of memory shows must pass it.
    private static long? InOrderOf(KnownBug bug, ExplorerOptions options, CancellationToken stop)
    {
        var result = KnownBugChecker.Explore(bug with { Memory = MemoryModel.SequentialConsistency }, options, oracle: XvmaTheory.Theory, stop: stop);
        return result is { Verdict: Verdict.Exhausted, Failure: null } ? result.Schedules : null;
    }
}
