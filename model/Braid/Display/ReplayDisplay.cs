using System.Globalization;

namespace Braid;

/// <summary>Says how a replay went: exactly as recorded, to another end, or not beyond a certain step and why.</summary>
public static class ReplayDisplay
{
    private const int StepsBefore = 5;
    private const int MostEdits = 8;

    /// <summary>The report, lines ending in LF.</summary>
    /// <param name="recorded">What was to be replayed.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="options">How it is laid out.</param>
    public static string Render(Schedule recorded, ReplayResult result, DisplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        var glyphs = Glyphs.For(options.Characters);
        var lines = result.Outcome switch
        {
            ReplayOutcome.Reproduced when result.Adaptations.Count > 0 => ReproducedPast(recorded, result),
            ReplayOutcome.Reproduced => [Reproduced(recorded, result)],
            ReplayOutcome.EndedDifferently => EndedDifferently(recorded, result),
            _ => Diverged(recorded, result),
        };
        if (result.Outcome != ReplayOutcome.Reproduced && recorded.Engine != result.Taken.Engine)
            lines = [.. lines, $"It was recorded by {recorded.Engine}; this is {result.Taken.Engine}."];
        return string.Concat(lines.SelectMany(line => TextWrap.Wrap(glyphs.Clean(line), options.Width, hang: 2)
            .Select((text, i) => i == 0 ? text + "\n" : $"  {text}\n")));
    }

    private static string Reproduced(Schedule recorded, ReplayResult result) =>
        $"reproduced exactly: {Steps(recorded.Decisions.Count)} as recorded, ending in {Ending(recorded)}"
        + (result.Failure is { } failure ? $": {failure.Message}" : "");

    private static List<string> ReproducedPast(Schedule recorded, ReplayResult result) =>
    [
        $"reproduced past {FailureDisplay.Count(result.Adaptations.Count, "unrelated edit")}, ending in {Ending(recorded)}" + (result.Failure is { } failure ? $": {failure.Message}" : ""),
        .. Passed(result),
    ];

    private static IEnumerable<string> Passed(ReplayResult result)
    {
        foreach (var edit in result.Adaptations.Take(MostEdits)) yield return $"  {edit.ToString().Replace(": ", "   ", StringComparison.Ordinal)}, at step {Number(edit.Decision)} as recorded";
        if (result.Adaptations.Count > MostEdits) yield return $"  … and {FailureDisplay.Count(result.Adaptations.Count - MostEdits, "more edit")}";
    }

    private static List<string> EndedDifferently(Schedule recorded, ReplayResult result) =>
    [
        $"ended differently: all {Steps(recorded.Decisions.Count)} could be taken{(result.Adaptations.Count == 0 ? " as recorded" : " or passed over")}, but not to the same end",
        $"  recorded   {Ending(recorded)}",
        $"  found      {(result.Failure is { } failure ? $"{Ending(failure.Kind, failure.Identity)}: {failure.Message}" : "no failure")}",
        .. Edits(result),
    ];

    private static List<string> Diverged(Schedule recorded, ReplayResult result)
    {
        var at = result.DivergedAt ?? result.Taken.Decisions.Count;
        List<string> lines = [$"diverged at step {Number(at + 1)} of {Number(recorded.Decisions.Count)}"];
        if (at < recorded.Decisions.Count) lines.Add($"  recorded   {Said(recorded, recorded.Decisions[at])}");
        lines.Add($"  found      {Met(result.Explanation, at)}");
        if (Why(result.Explanation) is { } why) lines.Add($"  because    {why}");
        if (result.Failure is { } failure) lines.Add($"  failed     {Ending(failure.Kind, failure.Identity)}: {failure.Message}");

        var from = Math.Max(0, at - StepsBefore);
        lines.Add(at == 0 ? "It is the first step." : $"{(from == 0 ? "All" : "The last")} steps before it, as recorded:");
        for (var i = from; i < Math.Min(at, recorded.Decisions.Count); i++) lines.Add($"  {Number(i + 1),8}   {Said(recorded, recorded.Decisions[i])}");
        lines.AddRange(Edits(result));
        lines.Add("The code under test, or what it is arranged from, is no longer what the schedule was recorded on.");
        return lines;
    }

    private static IEnumerable<string> Edits(ReplayResult result) =>
        result.Adaptations.Count == 0 ? [] : [$"Passed over before that: {FailureDisplay.Count(result.Adaptations.Count, "unrelated edit")}.", .. Passed(result)];

    private static string? Why(string? explanation) =>
        explanation?.IndexOf(" is recorded; ", StringComparison.Ordinal) is { } at and >= 0 ? explanation[(at + " is recorded; ".Length)..] : null;

    // The engine's sentence begins with the place and ends in what was recorded, both of which the lines above have said.
    private static string Met(string? explanation, int at)
    {
        if (explanation is null) return "an execution that was over";
        var prefix = $"At decision {at + 1}: ";
        var text = explanation.StartsWith(prefix, StringComparison.Ordinal) ? explanation[prefix.Length..] : explanation;
        return text.IndexOf(", where ", StringComparison.Ordinal) is var end and > 0 ? text[..end] : text;
    }

    private static string Said(Schedule schedule, Decision decision)
    {
        var name = decision.Thread < schedule.Threads.Count ? schedule.Threads[decision.Thread] : $"thread {decision.Thread}";
        return $"{name}: {StepText.Of(decision)}";
    }

    private static string Ending(Schedule schedule) =>
        schedule.FailureKind is { } kind ? Ending(kind, schedule.FailureIdentity ?? "") : "no failure";

    private static string Ending(FailureKind kind, string identity) =>
        identity.Length == 0 || identity == kind.ToString() ? FailureDisplay.Words(kind) : $"{FailureDisplay.Words(kind)} {identity}";

    private static string Steps(int count) => FailureDisplay.Count(count, "step");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
