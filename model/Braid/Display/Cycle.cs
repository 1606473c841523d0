using System.Globalization;

namespace Braid;

/// <summary>The steps that an execution without end keeps repeating.</summary>
/// <param name="From">The first step of the first round.</param>
/// <param name="Length">Steps of one round.</param>
/// <param name="Times">Whole rounds up to the end.</param>
internal sealed record Cycle(NumberedStep From, int Length, int Times)
{
    private const int LongestRound = 64;

    /// <summary>Rounds of the same steps with the same values, and rounds of steps that differ in their values, that make a cycle: three alike may be chance.</summary>
    private const int FewestSame = 3, FewestAlike = 16;

    /// <summary>Whether the rounds differ in what is read or written, as where something counts.</summary>
    public bool HasOtherValues { get; private init; }

    /// <summary>The shortest round that an execution ends in; null when there is none.</summary>
    public static Cycle? AtEndOf(Trace trace)
    {
        var steps = NumberedStep.Of(trace);
        return Find(steps, FewestSame, Same) ?? (Find(steps, FewestAlike, Alike) is { } alike ? alike with { HasOtherValues = true } : null);
    }

    private static Cycle? Find(List<NumberedStep> steps, int fewest, Func<StepRecord, StepRecord, bool> isAgain)
    {
        for (var length = 1; length <= LongestRound && fewest * length <= steps.Count; length++)
        {
            var from = steps.Count - length;
            while (from > 0 && isAgain(steps[from - 1].Step, steps[from - 1 + length].Step)) from--;
            if ((steps.Count - from) / length is var times && times >= fewest) return new(steps[from], length, times);
        }
        return null;
    }

    /// <summary>The rows up to the end of the first round, the loop marked; the rounds after it, which are the same, are left out.</summary>
    public List<DisplayRow> Mark(List<DisplayRow> rows, Trace trace)
    {
        var decisions = trace.Steps.Skip(From.Index).Take(Length).Count(step => step.IsDecision);
        var first = rows.FindIndex(row => row.Number >= From.Number);
        var next = rows.FindIndex(row => row.Number >= From.Number + decisions);
        if (next < 0) next = rows.Count;
        if (first < 0 || next <= first) return rows;
        return [.. rows[..first], Marker($"from here on, {Times.ToString("N0", CultureInfo.InvariantCulture)} times{(HasOtherValues ? " with other values" : "")}: -->"), .. rows[first..next], Marker($"<-- back to step {From.Number}")];
    }

    private static DisplayRow Marker(string text) => new(-1, null, 0, text);

    private static bool Same(StepRecord one, StepRecord other) => Alike(one, other) && (one.Argument, one.Result) == (other.Argument, other.Result);

    private static bool Alike(StepRecord one, StepRecord other) => (one.Thread, one.Kind, one.Location) == (other.Thread, other.Kind, other.Location);
}
