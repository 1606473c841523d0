namespace Braid;

/// <summary>One thread looked at what another had begun to change and not finished.</summary>
/// <param name="First">A write of the thread that had not finished.</param>
/// <param name="Seen">Where the other thread met it.</param>
/// <param name="Then">The next write of the first thread, in the same call; null when the execution ended before.</param>
internal sealed record HalfDone(NumberedStep First, NumberedStep Seen, NumberedStep? Then)
{
    private const int MostLookedAt = 2_000;                  // steps, from the end: what lies further back explains nothing to a reader

    /// <summary>The last one before the end; null when there is none.</summary>
    public static HalfDone? Find(Trace trace)
    {
        var steps = NumberedStep.Of(trace);
        var places = new Places(trace);
        for (var i = steps.Count - 1; i > Math.Max(0, steps.Count - MostLookedAt); i--)
        {
            var seen = steps[i].Step;
            if (!OperationKinds.IsData(seen.Kind)) continue;
            var writer = steps.FindLastIndex(i - 1, each => each.Step.IsWrite && places.Of(each.Step) == places.Of(seen) && OperationKinds.IsData(each.Step.Kind));
            if (writer < 0 || steps[writer].Step.Thread == seen.Thread) continue;
            var call = CallAround(trace, steps[writer].Step.Thread, writer);
            if (call is not { } open || open.End <= i) continue;
            var then = steps.FindIndex(i + 1, each => each.Step.IsWrite && each.Step.Thread == steps[writer].Step.Thread && OperationKinds.IsData(each.Step.Kind));
            return new(steps[writer], steps[i], then >= 0 && then < open.End ? steps[then] : null);
        }
        return null;
    }

    // The outermost call: what lies inside one operation of a scenario is what should look like one step.
    private static (int Begin, int End)? CallAround(Trace trace, int thread, int index)
    {
        var (begin, depth) = (0, 0);
        foreach (var happening in trace.Events.Where(each => each.Thread == thread && each.Kind != TraceEventKind.Note))
        {
            if (happening.Kind == TraceEventKind.Begin && depth++ == 0) begin = happening.BeforeStep;
            else if (happening.Kind == TraceEventKind.End && --depth == 0 && begin <= index && index < happening.BeforeStep) return (begin, happening.BeforeStep);
        }
        return depth > 0 && begin <= index ? (begin, int.MaxValue) : null;
    }
}
