using System.Text.Json;

namespace Braid;

/// <summary>
/// A run in the trace-event format that Perfetto (ui.perfetto.dev) opens: a track a thread, calls as slices, each step a slice of one microsecond
/// inside of them, hand-overs of the turn as flows, what changed as arguments.
/// </summary>
/// <remarks>Step number n lies from n − 1 to n µs; what is no decision shares the time of the decision before it and has no slice.</remarks>
public static class PerfettoExport
{
    private const int Process = 1;
    private const double Leaves = 0.75;                          // of a step: where the flow to the next thread begins, inside of its slice
    private const double Arrives = 0.25;

    /// <summary>The text.</summary>
    public static string Of(ExportedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return ExportJson.Object(json =>
        {
            json.WriteString("displayTimeUnit", "ns");
            json.Object("otherData", () =>
            {
                json.WriteString("scenario", run.Saved.Schedule.Scenario);
                json.Optional("knownBug", run.Saved.KnownBug);
                json.Optional("failure", run.Result.Failure?.Message);
            });
            json.Array("traceEvents", () =>
            {
                Names(json, run);
                foreach (var (_, _, write) in Events(json, run).OrderBy(each => each.Time).ThenBy(each => each.Rank)) json.Element(write);
            });
        });
    }

    private static void Names(Utf8JsonWriter json, ExportedRun run)
    {
        json.Element(() => Meta(json, "process_name", 0, run.Title));
        for (var thread = 0; thread < run.Result.Trace.Threads.Count; thread++)
        {
            var own = thread;
            json.Element(() => Meta(json, "thread_name", own + 1, run.Result.Trace.Threads[own]));
        }
    }

    // At one instant what ends comes before what begins, and a call begins before its first step.
    private static IEnumerable<(double Time, int Rank, Action Write)> Events(Utf8JsonWriter json, ExportedRun run)
    {
        var trace = run.Result.Trace;
        var steps = NumberedStep.Of(trace);
        var end = steps.Count == 0 ? 0 : steps[^1].Number;
        for (var i = 0; i < trace.Events.Count; i++)
        {
            var told = trace.Events[i];
            var time = told.BeforeStep < steps.Count ? (steps[told.BeforeStep].Step.IsDecision ? steps[told.BeforeStep].Number - 1 : steps[told.BeforeStep].Number) : end;
            var (phase, rank) = told.Kind switch { TraceEventKind.Begin => ("B", 3), TraceEventKind.End => ("E", 1), _ => ("i", 2) };
            yield return (time, rank, () => Event(json, phase, told.Text, "call", told.Thread, time));
        }

        NumberedStep? last = null;
        var flows = 0;
        foreach (var step in steps.Where(each => each.Step.IsDecision))
        {
            var time = step.Number - 1;
            if (last is { } before && before.Step.Thread != step.Step.Thread)
            {
                var id = ++flows;
                yield return (before.Number - 1 + Leaves, 5, () => Flow(json, "s", id, before.Step.Thread, before.Number - 1 + Leaves));
                yield return (time + Arrives, 5, () => Flow(json, "f", id, step.Step.Thread, time + Arrives));
            }
            last = step;
            yield return (time, 4, () => Slice(json, step, time));
        }
        if (run.Result.Failure is not { } failure) yield break;
        yield return (end, 6, () =>
        {
            Event(json, "i", $"✗ {failure.Message}", "failure", last?.Step.Thread ?? 0, end);
            json.WriteString("s", "g");
        });
    }

    private static void Slice(Utf8JsonWriter json, NumberedStep numbered, int time)
    {
        var step = numbered.Step;
        Event(json, "X", StepText.Of(step), step.Kind.ToString(), step.Thread, time);
        json.WriteNumber("dur", 1);
        json.Object("args", () =>
        {
            json.WriteNumber("step", numbered.Number);
            json.Optional("location", step.Location);
            json.Optional("argument", step.Argument);
            json.Optional("result", step.Result);
            if (step.IsWrite && step.Before is not null) json.WriteString("before", step.Before);
            if (step.IsWrite && step.After is not null) json.WriteString("after", step.After);
            if (step.Source is { } source) json.WriteString("source", source.ToString());
        });
    }

    private static void Flow(Utf8JsonWriter json, string phase, int id, int thread, double time)
    {
        Event(json, phase, "turn", "turn", thread, time);
        json.WriteNumber("id", id);
        if (phase == "f") json.WriteString("bp", "e");
    }

    private static void Meta(Utf8JsonWriter json, string what, int thread, string name)
    {
        json.WriteString("ph", "M");
        json.WriteString("name", what);
        json.WriteNumber("pid", Process);
        json.WriteNumber("tid", thread);
        json.Object("args", () => json.WriteString("name", name));
    }

    private static void Event(Utf8JsonWriter json, string phase, string name, string category, int thread, double time)
    {
        json.WriteString("ph", phase);
        json.WriteString("name", name);
        json.WriteString("cat", category);
        json.WriteNumber("pid", Process);
        json.WriteNumber("tid", thread + 1);
        json.WriteNumber("ts", time);
    }
}
