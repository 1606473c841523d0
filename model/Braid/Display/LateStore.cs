namespace Braid;

/// <summary>One thread read a place that another had stored to: the store was still in that thread's store buffer, behind which the thread had read on.</summary>
/// <param name="Store">The store, when it entered the buffer.</param>
/// <param name="Read">The read that missed it.</param>
/// <param name="Reached">Where it reached memory; null when it had not by the end.</param>
internal sealed record LateStore(NumberedStep Store, NumberedStep Read, NumberedStep? Reached)
{
    private const int MostLookedAt = 2_000;                  // steps, from the end

    /// <summary>The last one before the end; null when there is none.</summary>
    public static LateStore? Find(Trace trace)
    {
        if (!trace.Steps.Any(OperationKinds.IsBufferedStore)) return null;
        var steps = NumberedStep.Of(trace);
        var places = new Places(trace);
        for (var at = steps.Count - 1; at >= Math.Max(0, steps.Count - MostLookedAt); at--)
        {
            var read = steps[at].Step;
            if (read.IsBuffered || read.IsWrite || !OperationKinds.IsData(read.Kind)) continue;
            for (var before = at - 1; before >= 0; before--)
            {
                var store = steps[before];
                if (store.Step.Thread == read.Thread || !OperationKinds.IsBufferedStore(store.Step) || places.Of(store.Step) != places.Of(read)) continue;
                var reached = ReachedAt(steps, before);
                if (reached > at && HasReadOn(steps, store, at)) return new(store, steps[at], reached < steps.Count ? steps[reached] : null);
            }
        }

        return null;
    }

    // Stores of a thread reach memory in the order in which they entered its buffer.
    private static int ReachedAt(List<NumberedStep> steps, int store)
    {
        var thread = steps[store].Step.Thread;
        var ahead = 0;
        for (var at = 0; at < steps.Count; at++)
        {
            var step = steps[at].Step;
            if (step.Thread != thread) continue;
            if (at <= store && OperationKinds.IsBufferedStore(step)) ahead++;
            else if (step.Kind == OperationKind.Flush && --ahead == 0 && at > store) return at;
        }

        return steps.Count;
    }

    // Had it not, the store might as well have come later.
    private static bool HasReadOn(List<NumberedStep> steps, NumberedStep store, int until)
    {
        for (var at = store.Index + 1; at < until; at++)
        {
            var step = steps[at].Step;
            if (step.Thread == store.Step.Thread && step is { IsBuffered: false, IsWrite: false } && OperationKinds.IsData(step.Kind)) return true;
        }

        return false;
    }
}
