namespace Braid;

/// <summary>
/// One thread knew a location's value, another changed it, the first acted without looking again: the shape of most races.
/// </summary>
/// <param name="Known">Where the first thread last saw or wrote the location.</param>
/// <param name="Changes">Where others changed it after that, in order; at least one.</param>
/// <param name="Act">What the first thread then did.</param>
internal sealed record StaleRead(NumberedStep Known, IReadOnlyList<NumberedStep> Changes, NumberedStep Act)
{
    /// <summary>Whether the act writes over the change itself.</summary>
    public bool IsLostUpdate => Act.Step.Location == Known.Step.Location;

    /// <summary>Whether others changed the location and put back what the first thread knew.</summary>
    public bool IsPutBack => (Known.Step.After ?? Known.Step.Result) == Changes[^1].Step.After;

    /// <summary>Those of the latest write that has any, or else of the last step; the most telling first.</summary>
    public static List<StaleRead> Find(Trace trace)
    {
        var steps = NumberedStep.Of(trace);
        var shared = StepSelection.SharedAndChanged(trace);
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            var act = steps[i].Step;
            if (act.IsWrite && OperationKinds.IsData(act.Kind) && shared.Contains(act.Location) && Ranked(steps, i) is { Count: > 0 } found) return found;
        }
        return steps.Count == 0 ? [] : Ranked(steps, steps.Count - 1);
    }

    private static List<StaleRead> Ranked(List<NumberedStep> steps, int act) =>
        [.. Before(steps, steps[act]).OrderByDescending(race => race.IsLostUpdate).ThenBy(race => race.IsPutBack).ThenByDescending(race => race.Changes[^1].Index)];

    private static List<StaleRead> Before(List<NumberedStep> steps, NumberedStep act)
    {
        Dictionary<string, List<NumberedStep>> changes = [];
        HashSet<string> settled = [];
        List<StaleRead> found = [];
        // A read-modify-write, and a read, looks at its location in the very step: it cannot be stale there.
        if (!OperationKinds.IsBlindWrite(act.Step.Kind)) settled.Add(act.Step.Location);
        for (var i = act.Index - 1; i >= 0; i--)
        {
            var (location, thread) = (steps[i].Step.Location, steps[i].Step.Thread);
            if (!OperationKinds.IsData(steps[i].Step.Kind) || settled.Contains(location)) continue;
            if (thread == act.Step.Thread)
            {
                settled.Add(location);
                if (changes.TryGetValue(location, out var those)) found.Add(new(steps[i], those, act));
            }
            else if (steps[i].Step is { IsWrite: true } step && (step.Before is null || step.Before != step.After))
            {
                if (!changes.TryGetValue(location, out var those)) changes.Add(location, those = []);
                those.Insert(0, steps[i]);
            }
        }
        return found;
    }
}
