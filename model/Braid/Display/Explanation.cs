using System.Globalization;

namespace Braid;

/// <summary>Says in sentences how a failing execution came about: who did what between which steps of whom.</summary>
/// <remarks>
/// It states what the trace shows (this was read, that was changed after, the first did not look again), not what the author
/// meant; every sentence names the steps by number, so that it can be checked against the columns.
/// </remarks>
public static class Explanation
{
    /// <summary>The sentences, the most telling first; none when there is nothing to add to the failure's own message.</summary>
    public static IReadOnlyList<string> Of(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var trace = failure.Trace;
        return failure.Kind switch
        {
            FailureKind.Deadlock or FailureKind.LostWakeup => [.. Standing(trace)],
            FailureKind.NonTermination => IsCutShort(failure) ? [GoesRound(trace)] : [],
            FailureKind.RuleBroken or FailureKind.Liveness => [],
            _ => [.. Races(failure)],
        };
    }

    /// <summary>The steps that the sentences are about: a reader must find them in the columns.</summary>
    internal static IEnumerable<NumberedStep> StepsOf(Failure failure)
    {
        var trace = failure.Trace;
        switch (failure.Kind)
        {
            case FailureKind.RuleBroken:
                return [];
            case FailureKind.NonTermination or FailureKind.Liveness:
                return Cycle.AtEndOf(trace) is { } cycle ? NumberedStep.Of(trace).Skip(cycle.From.Index).Take(cycle.Length) : [];
            case FailureKind.Deadlock or FailureKind.LostWakeup:
                return [.. StandStill.StillHeld(trace), .. StandStill.Unredeemed(trace).Select(each => each.Ticket)];
            default:
                if (LateStore.Find(trace) is { } late) return late.Reached is { } reached ? [late.Store, late.Read, reached] : [late.Store, late.Read];
                var stale = StaleRead.Find(trace);
                return stale.Count > 0 ? [stale[0].Act]
                    : HalfDone.Find(trace) is not { } half ? []
                    : half.Then is { } then ? [half.First, half.Seen, then] : [half.First, half.Seen];
        }
    }

    private static IEnumerable<string> Races(Failure failure)
    {
        var trace = failure.Trace;
        if (trace.Steps.Select(step => step.Thread).Distinct().Take(2).Count() < 2)
        {
            if (trace.Steps.Count > 0) yield return $"{Name(trace, trace.Steps[0].Thread)} alone gets there: no other thread takes part, so this is no race.";
            yield break;
        }
        if (LateStore.Find(trace) is { } late) yield return Told(trace, late);
        var stale = StaleRead.Find(trace);
        var half = stale.Count == 0 ? HalfDone.Find(trace) : null;
        if (stale.Count > 0) yield return Told(trace, stale[0]);
        foreach (var also in stale.Skip(1).Take(2)) yield return Also(also);
        if (half is not null) yield return Told(trace, half);
        var said = stale.Count > 0 ? stale[0].Act.Index : half?.Seen.Index;
        if (!failure.IsAtRest && said != trace.Steps.Count - 1 && Met(trace) is { } met) yield return met;
    }

    private static string Told(Trace trace, LateStore late)
    {
        var then = late.Reached is { } reached ? $"which reached memory only at step {reached.Number}" : "which had not reached memory at the end";
        return $"{Name(trace, late.Read.Step.Thread)} read {late.Read.Step.Location}{As(late.Read.Step.Result)} at step {late.Read.Number}, past {Name(trace, late.Store.Step.Thread)}'s store of step {late.Store.Number}, {then}.";
    }

    private static string Told(Trace trace, StaleRead race)
    {
        var (first, other) = (Name(trace, race.Known.Step.Thread), Name(trace, race.Changes[^1].Step.Thread));
        var location = race.Known.Step.Location;
        var was = race.Known.Step is { IsWrite: true } ? $"{first} left {location}{As(race.Known.Step.After)}" : $"{first} saw {location}{As(race.Known.Step.Result)}";
        var changed = $"{other} changed it {Changed(race)}";
        var act = race.IsLostUpdate
            ? $"{first} wrote over that at step {race.Act.Number}, not having looked again"
            : $"{first} went on to step {race.Act.Number} ({StepText.Within(race.Act.Step)}) without looking again";
        return $"{was} at step {race.Known.Number}; {changed}; {act}.";
    }

    private static string Also(StaleRead also) =>
        $"The same holds of {also.Known.Step.Location}: last seen at step {also.Known.Number}, changed {Changed(also)}.";

    private static string Changed(StaleRead race)
    {
        var value = race.Changes[^1].Step.After;
        return race.IsPutBack ? $"and back at {Numbers(race.Changes)}"
            : string.IsNullOrEmpty(value) ? $"at {Numbers(race.Changes)}" : $"to {value} at {Numbers(race.Changes)}";
    }

    private static string Told(Trace trace, HalfDone half)
    {
        var (first, other) = (Name(trace, half.First.Step.Thread), Name(trace, half.Seen.Step.Thread));
        var then = half.Then is { } next ? $"which went on only at step {next.Number} ({StepText.Within(next.Step)})" : "which had not finished";
        return $"{other} met, at step {half.Seen.Number} ({StepText.Within(half.Seen.Step)}), what {first} had written at step {half.First.Number} in the middle of a call {then}.";
    }

    // What the failing step itself met.
    private static string? Met(Trace trace)
    {
        var steps = NumberedStep.Of(trace);
        var places = new Places(trace);
        var last = steps[^1];
        if (!OperationKinds.IsData(last.Step.Kind)) return null;
        var writer = last.Index == 0 ? -1 : steps.FindLastIndex(last.Index - 1, each => each.Step.IsWrite && places.Of(each.Step) == places.Of(last.Step));
        return writer < 0 || steps[writer].Step.Thread == last.Step.Thread ? null
            : $"Step {last.Number} meets {last.Step.Location} as {Name(trace, steps[writer].Step.Thread)} left it at step {steps[writer].Number}"
                + (steps[writer].Step.After is { } value ? $": {value}." : ".");
    }

    // Who spins for what nobody is left to change does not get to the bound: there the message says all.
    private static bool IsCutShort(Failure failure) =>
        failure.Schedule.Decisions.Count >= failure.Schedule.MaxSteps || Cycle.AtEndOf(failure.Trace) is not null;

    private static string GoesRound(Trace trace)
    {
        var all = FailureDisplay.Count(trace.Steps.Count, "step");
        return Cycle.AtEndOf(trace) is { } cycle
            ? $"From step {cycle.From.Number} on the same {(cycle.Length == 1 ? "step repeats" : $"{cycle.Length} steps repeat")}{(cycle.HasOtherValues ? " with other values" : "")}, {cycle.Times.ToString("N0", CultureInfo.InvariantCulture)} times, up to the bound of {all}."
            : $"Not all had ended after {all}, the bound of this run.";
    }

    private static IEnumerable<string> Standing(Trace trace)
    {
        foreach (var held in StandStill.StillHeld(trace))
            yield return $"{Name(trace, held.Step.Thread)} has held {held.Step.Location} since step {held.Number}.";
        foreach (var (ticket, wake) in StandStill.Unredeemed(trace))
            yield return $"{Name(trace, ticket.Step.Thread)} took its ticket of {ticket.Step.Location} at step {ticket.Number}; " + (wake is { } last
                ? $"the last wake-up was {Name(trace, last.Step.Thread)}'s at step {last.Number}, before that."
                : "nobody ever wakes that queue.");
    }

    private static string Name(Trace trace, int thread) => trace.Threads[thread];

    private static string As(string? value) => string.IsNullOrEmpty(value) ? "" : $" as {value}";

    private static string Numbers(IReadOnlyList<NumberedStep> steps) => steps.Count switch
    {
        1 => $"step {steps[0].Number}",
        <= 3 => $"steps {string.Join(", ", steps.Take(steps.Count - 1).Select(each => each.Number))} and {steps[^1].Number}",
        _ => $"steps {steps[0].Number} … {steps[^1].Number}",
    };
}
