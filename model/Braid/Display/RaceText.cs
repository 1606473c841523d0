namespace Braid;

/// <summary>Says which race matters, and what would have come of the other order.</summary>
internal static class RaceText
{
    private const int LongestValue = 60;

    /// <summary>A sentence; none when it was not looked into, or when no race can be to blame.</summary>
    public static IEnumerable<string> Of(FailureReport report)
    {
        if (report.Races is not { } races) return [];
        var trace = report.Failure.Trace;
        // One thread alone has said so already: it is no race.
        if (trace.Steps.Select(step => step.Thread).Distinct().Take(2).Count() < 2) return [];
        if (races.Decisive is { } race) return [Of(trace, race)];
        return races.Tried == 0 ? ["No two steps race here: no change of order by itself makes the run pass."]
            : races.IsComplete ? [$"No single reversal makes the run pass: {FailureDisplay.Count(races.Tried, "race")} tried, one after another."]
            : [$"No reversal that makes the run pass among the {FailureDisplay.Count(races.Tried, "race")} tried; more were left."];
    }

    private static string Of(Trace trace, DecisiveRace race)
    {
        var steps = trace.Steps.Where(step => step.IsDecision).ToList();
        var earlier = steps[race.Earlier - 1];
        var later = race.Beyond ?? steps[race.Later - 1];
        var which = race.Beyond is null ? $"{race.Later} before/after {race.Earlier}" : $"that of {race.Earlier} with {trace.Threads[later.Thread]}, which had not got that far";
        var had = $"had {Did(trace, later)} come before {Did(trace, earlier)}";
        var would = race.Otherwise is { } otherwise ? Consequences(trace, otherwise, race, earlier, later) : [];
        return $"The race that matters is {which}, on {race.Location}: {had}, {string.Join(", ", [.. would, would.Count == 0 ? "the same run would have ended well" : "and the run would have ended well"])}.";
    }

    private static string Did(Trace trace, StepRecord step)
    {
        var what = step.Kind switch
        {
            OperationKind.Enter or OperationKind.TryEnter or OperationKind.EnterRead or OperationKind.TryEnterRead or OperationKind.EnterWrite
                or OperationKind.AwaitWrite or OperationKind.TryEnterWrite => "lock",
            OperationKind.Wait => "waking up",
            OperationKind.WakeAll => "wake-up",
            OperationKind.PrepareToWait => "ticket",
            OperationKind.ReleaseMemory => "release",
            OperationKind.Send => "message",
            OperationKind.Receive => "receipt",
            OperationKind.Flush => "store to memory",
            _ when step.IsWrite => "change",
            _ => "look",
        };
        return $"{trace.Threads[step.Thread]}'s {what}";
    }

    // What the two would have met, and which call would have ended otherwise.
    private static List<string> Consequences(Trace trace, Trace otherwise, DecisiveRace race, StepRecord earlier, StepRecord later)
    {
        List<string> would = [];
        var now = otherwise.Steps.Where(step => step.IsDecision).ToList();
        foreach (var (step, number) in new[] { (earlier, race.EarlierOtherwise), (later, race.LaterOtherwise) })
        {
            if (number < 1 || number > now.Count || Seen(now[number - 1]) is not { Length: > 0 } seen || seen == Seen(step)) continue;
            would.Add($"{trace.Threads[step.Thread]} would have met {Short(seen)}");
            break;
        }
        if (Ended(trace, otherwise) is { } ended) would.Add(ended);
        return would;
    }

    private static string? Seen(StepRecord step) => step.Result.Length > 0 && step.Result != StepText.Unfinished ? step.Result : OperationKinds.IsBlindWrite(step.Kind) ? "" : step.Before;

    // The first call of each thread whose end is another one; a call that never ended before is one too.
    private static string? Ended(Trace trace, Trace otherwise)
    {
        for (var thread = 0; thread < trace.Threads.Count; thread++)
        {
            var (before, after) = (EndsOf(trace, thread), EndsOf(otherwise, thread));
            for (var i = 0; i < after.Count; i++)
                if (i >= before.Count || before[i].End != after[i].End) return $"{trace.Threads[thread]}'s {Short(after[i].Call)} would have given {Short(after[i].End)}";
        }
        return null;
    }

    private static List<(string Call, string End)> EndsOf(Trace trace, int thread)
    {
        List<(string Call, string End)> ends = [];
        Stack<string> open = new();
        foreach (var told in trace.Events.Where(each => each.Thread == thread))
        {
            if (told.Kind == TraceEventKind.Begin) open.Push(told.Text);
            else if (told.Kind == TraceEventKind.End && open.TryPop(out var call)) ends.Add((call, told.Text));
        }
        return ends;
    }

    private static string Short(string value) => value.Length <= LongestValue ? value : value[..(LongestValue - 1)] + "…";
}
