namespace Braid;

/// <summary>Shows an execution as columns of text: one a thread, calls indented, values, the switches marked.</summary>
/// <remarks>Steps carry the numbers of the schedule's decisions, so that a row, a line of the file and a report of divergence agree.</remarks>
public static class TraceDisplay
{
    /// <summary>The lines of an execution that ends well, or whose end does not matter.</summary>
    public static IReadOnlyList<string> Columns(Trace trace, DisplayOptions options) => Columns(trace, null, options);

    /// <summary>The lines of an execution that fails, with the reason beside the step that fails.</summary>
    public static IReadOnlyList<string> Columns(Failure failure, DisplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Columns(failure.Trace, failure, options);
    }

    private static List<string> Columns(Trace trace, Failure? failure, DisplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(options);
        var failing = failure is null ? -1 : FailingStep.Of(failure);
        var shown = StepSelection.Of(trace, options.Detail, failure);
        var rows = RowBuilder.Build(trace, shown);
        if (failure?.Kind is FailureKind.NonTermination or FailureKind.Liveness && Cycle.AtEndOf(trace) is { } cycle)
        {
            // The rounds left out are no steps hidden: the marks say that they are there.
            rows = cycle.Mark(rows, trace);
            Array.Fill(shown, true, cycle.From.Index + cycle.Length, shown.Length - cycle.From.Index - cycle.Length);
        }

        var marked = failing < 0 ? -1 : rows.FindLastIndex(row => row.Thread == trace.Steps[failing].Thread);
        if (marked >= 0) rows[marked] = rows[marked] with { Reason = failure!.Message };

        var (threads, placed) = ColumnChoice.Of(trace.Threads, Shorten(rows, options.MaxRows), options.Width);
        List<string> lines = [.. TracePainter.Paint(threads, placed, options)];
        var glyphs = Glyphs.For(options.Characters);
        if (failure is not null && marked < 0)
            lines.AddRange(TextWrap.Wrap(glyphs.Clean(failure.IsAtRest ? $"at rest: {failure.Message}" : failure.Message), options.Width - 8).Select((text, i) => $"    {(i == 0 ? glyphs.Cross : ' ')} {text}"));
        if (shown.Count(each => !each) is var hidden and > 0)
            lines.AddRange(TextWrap.Wrap(Hidden(hidden, shown.Length), options.Width - 6).Select(text => "      " + text));
        return lines;
    }

    private static string Hidden(int hidden, int all) =>
        $"({hidden} of {all} steps not shown: on what one thread alone touches or nobody changes, and locks nobody else asked for)";

    private static List<DisplayRow> Shorten(List<DisplayRow> rows, int most)
    {
        if (rows.Count <= most) return rows;
        var (head, tail) = ((most - 1) / 2, most - 1 - ((most - 1) / 2));
        return [.. rows.Take(head), new(-1, null, 0, $"… {FailureDisplay.Count(rows.Count - head - tail, "row")} left out …"), .. rows.TakeLast(tail)];
    }
}
