using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Coyote.Logging;
using Microsoft.Coyote.SystematicTesting;

namespace Xvma.Model.Coyote;

public static partial class CoyoteEngine
{
    /// <summary>Follows a trace, decision by decision.</summary>
    /// <param name="subject">What to run: the scenario and known bug the trace was recorded on.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="reports">
    /// Where to write what Coyote has to say of it: its report, the readable and the reproducible trace, the graph of decisions and that of
    /// actors and events (DGML); null for nowhere.
    /// </param>
    /// <exception cref="ArgumentException">The trace is of another scenario or known bug, or its text is not one of Coyote's.</exception>
    /// <exception cref="IOException">The reports cannot be written.</exception>
    public static CoyoteReplay Replay(CoyoteSubject subject, CoyoteTrace trace, CoyoteReportPlace? reports = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(trace);
        if (trace.Scenario != subject.Scenario || trace.KnownBug != subject.KnownBug)
            throw new ArgumentException($"The trace is of {trace.Subject}, not of the given subject.", nameof(trace));
        lock (OneAtATime)
        {
            using var log = new CollectingLogger();
            using var calls = new CollectingLogger();
            var order = subject.Assemblies.IsOrdered ? new SeamOrderLog() : null;
            using var engine = Follow(subject, trace, calls, order, isVisualized: reports is not null);
            engine.SetLogger(log);
            engine.Run();
            var failure = engine.TestReport.NumOfFoundBugs > 0 ? FailureText.Parse(engine.TestReport.BugReports.First()) : null;
            return Judge(trace, failure, log.ToString()) with
            {
                Calls = calls.ToString(),
                Reports = reports is null ? [] : Write(engine, trace, reports),
                Order = order?.InOrder() ?? [],
            };
        }
    }

    private static List<string> Write(TestingEngine engine, CoyoteTrace trace, CoyoteReportPlace place)
    {
        // A replay leaves no trace to be replayed, so that is what was replayed.
        var files = new List<string>(place.Emit(engine.TryEmitReports));
        files.Add(place.Write(".trace", trace.Text));
        files.Add(place.Write(".report.txt", string.Join('\n', engine.TestReport.BugReports.Append(engine.GetReport()))));
        return [.. files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static TestingEngine Follow(CoyoteSubject subject, CoyoteTrace trace, CollectingLogger calls, SeamOrderLog? order, bool isVisualized)
    {
        if (!HasSteps(trace.Text)) throw new ArgumentException($"The text of the trace is not one of {Version}: it has no steps.", nameof(trace));
        var configuration = Quiet(new CoyoteOptions().HangTimeout)
            .WithReproducibleTrace(trace.Text)
            .WithActorTraceVisualizationEnabled(isVisualized)
            .WithTraceAnalysisEnabled(isVisualized)
            .WithVerbosityEnabled(VerbosityLevel.Info);
        try
        {
            return TestingEngine.Create(configuration, subject.Assemblies.Bind(subject, calls.WriteLine, order is null ? null : order.Note));
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException
            or NullReferenceException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new ArgumentException($"The text of the trace is not one of {Version}: {unreadable.Message}", nameof(trace), unreadable);
        }
    }

    /// <summary>Without steps there is nothing to follow, and Coyote would explore instead.</summary>
    private static bool HasSteps(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("Steps", out var steps) && steps.ValueKind == JsonValueKind.Array && steps.GetArrayLength() > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static CoyoteReplay Judge(CoyoteTrace trace, CoyoteFailure? failure, string log)
    {
        if (trace.Failure.IsSameBugAs(failure)) return new(CoyoteReplayOutcome.Reproduced, failure, null, null, log);
        if (DivergencePattern().Match(log) is { Success: true } diverged)
        {
            var step = int.Parse(diverged.Groups[1].Value, CultureInfo.InvariantCulture);
            return new(CoyoteReplayOutcome.Diverged, failure, step, diverged.Groups[2].Value.Trim(), log);
        }

        return new(failure is null ? CoyoteReplayOutcome.NoBug : CoyoteReplayOutcome.OtherBug, failure, null, null, log);
    }

    [GeneratedRegex(@"is not reproducible at execution step '(\d+)': ([^\r\n]*)")]
    private static partial Regex DivergencePattern();
}
