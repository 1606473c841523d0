namespace Braid;

/// <summary>
/// One thread knew a location's value, another changed it, the first acted without looking again: the shape of most races.
/// </summary>
/// <param name="Known">Where the first thread last saw or wrote the location.</param>
/// <param name="Changes">Where others changed it after that, in order; at least one.</param>
/// <param name="Act">What the first thread then did.</param>
internal sealed record StaleRead(NumberedStep Known, IReadOnlyList<NumberedStep> Changes, NumberedStep Act)
{
    private const int MaxActs = 2_000;                       // an execution of ten thousand steps is not searched to its beginning

    /// <summary>Whether the act writes over the change itself.</summary>
    public bool IsLostUpdate => Act.Step.Location == Known.Step.Location;

    /// <summary>Whether others changed the location and put back what the first thread knew.</summary>
    public bool IsPutBack => (Known.Step.After ?? Known.Step.Result) == Changes[^1].Step.After;

    /// <summary>
    /// Those of the latest write to what others touch too, or else of the latest write, or else of the last step; the most telling first.
    /// </summary>
    public static List<StaleRead> Find(Trace trace)
    {
        var steps = NumberedStep.Of(trace);
        var places = new Places(trace);
        var shared = StepSelection.SharedAndChanged(trace, places);
        var writes = Enumerable.Range(0, steps.Count).Reverse().Where(i => steps[i].Step.IsWrite && OperationKinds.IsData(steps[i].Step.Kind)).ToList();
        var acts = writes.Where(i => shared.Contains(places.Of(steps[i].Step))).Concat(writes).Concat(Enumerable.Range(0, steps.Count).TakeLast(1));
        return acts.Take(MaxActs).Select(act => Ranked(steps, act, places)).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private static List<StaleRead> Ranked(List<NumberedStep> steps, int act, Places places) =>
        [.. Before(steps, steps[act], places).OrderByDescending(race => race.IsLostUpdate).ThenBy(race => race.IsPutBack).ThenByDescending(race => race.Changes[^1].Index)];

    private static List<StaleRead> Before(List<NumberedStep> steps, NumberedStep act, Places places)
    {
        Dictionary<string, List<NumberedStep>> changes = [];
        HashSet<string> settled = [];
        List<StaleRead> found = [];
        // A read-modify-write, and a read, looks at its location in the very step: it cannot be stale there.
        if (!OperationKinds.IsBlindWrite(act.Step.Kind)) settled.Add(places.Of(act.Step));
        for (var i = act.Index - 1; i >= 0; i--)
        {
            var (place, thread) = (places.Of(steps[i].Step), steps[i].Step.Thread);
            if (!OperationKinds.IsData(steps[i].Step.Kind) || OperationKinds.IsBufferedStore(steps[i].Step) || settled.Contains(place)) continue;
            if (thread == act.Step.Thread)
            {
                settled.Add(place);
                if (changes.TryGetValue(place, out var those)) found.Add(new(steps[i], those, act));
            }
            else if (steps[i].Step is { IsWrite: true } step && (step.Before is null || !step.IsAsBefore))
            {
                if (!changes.TryGetValue(place, out var those)) changes.Add(place, those = []);
                those.Insert(0, steps[i]);
            }
        }
        return found;
    }
}
