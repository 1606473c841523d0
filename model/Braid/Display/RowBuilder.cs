namespace Braid;

/// <summary>Turns steps, calls and notes into the rows of a picture.</summary>
internal sealed class RowBuilder
{
    private readonly Trace trace;
    private readonly bool[] shown;
    private readonly int[] depths;
    private readonly List<DisplayRow> rows = [];

    private RowBuilder(Trace trace, bool[] shown) => (this.trace, this.shown, depths) = (trace, shown, new int[trace.Threads.Count]);

    /// <summary>The rows of the steps that are <paramref name="shown"/> and of all calls and notes.</summary>
    public static List<DisplayRow> Build(Trace trace, bool[] shown)
    {
        var builder = new RowBuilder(trace, shown);
        builder.Walk();
        return builder.rows;
    }

    private void Walk()
    {
        var (number, next) = (0, 0);
        for (var i = 0; i < trace.Steps.Count; i++)
        {
            for (; next < trace.Events.Count && trace.Events[next].BeforeStep <= i; next++) Event(trace.Events[next]);
            var step = trace.Steps[i];
            if (step.IsDecision) number++;
            if (shown[i]) rows.Add(new(step.Thread, step.IsDecision ? number : null, depths[step.Thread], StepText.Of(step)));
        }
        for (; next < trace.Events.Count; next++) Event(trace.Events[next]);
    }

    private void Event(TraceEvent happening)
    {
        ref var depth = ref depths[happening.Thread];
        if (happening.Kind == TraceEventKind.End && depth > 0)
        {
            // A call of which nothing is shown is one row, not two.
            if (rows is [.., { Number: null, Returns: false, IsCall: true } last] && last.Thread == happening.Thread && last.Depth == depth - 1)
                rows[^1] = last with { Text = $"{last.Text} → {happening.Text}", IsCall = false };
            else
                rows.Add(new(happening.Thread, null, depth, happening.Text) { Returns = true });
            depth--;
            return;
        }
        rows.Add(new(happening.Thread, null, depth, happening.Text) { IsCall = happening.Kind == TraceEventKind.Begin });
        if (happening.Kind == TraceEventKind.Begin) depth++;
    }
}
