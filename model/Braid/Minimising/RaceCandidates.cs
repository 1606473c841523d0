namespace Braid;

/// <summary>The races of a failing execution: pairs of steps of different threads on one place, at least one of which changes it, that could be turned round.</summary>
/// <remarks>
/// What comes after the failure, or would have come had nobody been stuck, races too: no other reversal undoes a deadlock, or lets a thread
/// finish what another met half done. A release of a lock races with nothing: what can be turned round are the two acquisitions. A pair that
/// an own earlier access of the later thread separates is no race: turned round, that access would come first as well.
/// </remarks>
internal sealed class RaceCandidates
{
    private readonly List<StepRecord> steps;
    private readonly Places places;

    /// <param name="trace">The execution up to the failure.</param>
    /// <param name="beyond">The steps that come after it, or what the threads are stuck before.</param>
    public RaceCandidates(Trace trace, IReadOnlyList<StepRecord> beyond)
    {
        steps = [.. trace.Steps.Where(step => step.IsDecision)];
        Count = steps.Count;
        steps.AddRange(beyond);
        places = new(trace with { Steps = steps });
    }

    /// <summary>Number of steps that led to the failure; those behind them did not.</summary>
    public int Count { get; }

    /// <summary>A step by index.</summary>
    public StepRecord this[int step] => steps[step];

    /// <summary>
    /// The pairs by index: those within the execution before those that reach beyond it, data before locks, which only stand for it, and then
    /// those in which the earlier step is the latest, for these are the last to decide.
    /// </summary>
    public IEnumerable<(int Earlier, int Later)> All() => Pairs().OrderBy(pair => pair.Later >= Count).ThenBy(pair => OperationKinds.IsLock(steps[pair.Later].Kind));

    private IEnumerable<(int Earlier, int Later)> Pairs()
    {
        HashSet<int> passed = [];
        for (var earlier = Count - 1; earlier >= 0; earlier--)
        {
            var place = places.Of(steps[earlier]);
            if (!CanRace(steps[earlier]) || place.Length == 0) continue;
            passed.Clear();
            passed.Add(steps[earlier].Thread);
            for (var later = earlier + 1; later < steps.Count; later++)
            {
                var step = steps[later];
                if (!CanRace(step) || places.Of(step) != place || !passed.Add(step.Thread)) continue;
                if (step.IsWrite || steps[earlier].IsWrite) yield return (earlier, later);
            }
        }
    }

    private static bool CanRace(StepRecord step) => !step.IsBuffered && !OperationKinds.Releases(step.Kind);
}
