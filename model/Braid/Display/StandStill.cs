namespace Braid;

/// <summary>What explains an end in which nobody can move: locks still held, wake-ups that came before the ticket.</summary>
internal static class StandStill
{
    /// <summary>For each lock never given back: who has held it since when.</summary>
    public static IEnumerable<NumberedStep> StillHeld(Trace trace)
    {
        Dictionary<(int Thread, string Location), NumberedStep> held = [];
        foreach (var each in NumberedStep.Of(trace))
        {
            if (OperationKinds.Acquires(each.Step)) held[(each.Step.Thread, each.Step.Location)] = each;
            else if (OperationKinds.Releases(each.Step.Kind)) held.Remove((each.Step.Thread, each.Step.Location));
        }
        return held.Values.OrderBy(each => each.Index);
    }

    /// <summary>For each thread whose last step took a ticket, or began to, that nobody redeemed: the ticket, and the last wake-up before it.</summary>
    public static IEnumerable<(NumberedStep Ticket, NumberedStep? LastWakeUp)> Unredeemed(Trace trace)
    {
        var steps = NumberedStep.Of(trace);
        foreach (var thread in Enumerable.Range(0, trace.Threads.Count))
        {
            var last = steps.FindLastIndex(each => each.Step.Thread == thread && OperationKinds.IsQueue(each.Step.Kind));
            if (last < 0 || steps[last].Step.Kind != OperationKind.PrepareToWait) continue;
            var queue = steps[last].Step.Location;
            bool Wakes(NumberedStep each) => each.Step.Kind == OperationKind.WakeAll && each.Step.Location == queue;
            if (steps.FindIndex(last, Wakes) >= 0) continue;
            var before = steps.FindLastIndex(last, Wakes);
            yield return (steps[last], before < 0 ? null : steps[before]);
        }
    }
}
