using System.Text.Json;

namespace Braid;

/// <summary>A run as plain JSON, for tools of one's own: format <c>xvma-trace</c>, version 1.</summary>
public static class TraceJsonExport
{
    /// <summary>Version of the format.</summary>
    public const int Version = 1;

    /// <summary>The text.</summary>
    public static string Of(ExportedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return ExportJson.Object(json =>
        {
            json.WriteString("format", "xvma-trace");
            json.WriteNumber("version", Version);
            json.WriteString("scenario", run.Saved.Schedule.Scenario);
            json.Optional("knownBug", run.Saved.KnownBug);
            json.WriteString("memoryModel", run.Result.Taken.MemoryModel);
            json.WriteString("outcome", run.Result.Outcome.ToString());
            json.Optional("divergence", run.Result.Explanation);
            if (run.Result.Failure is { } failure)
            {
                json.Object("failure", () =>
                {
                    json.WriteString("kind", failure.Kind.ToString());
                    json.WriteString("identity", failure.Identity);
                    json.WriteString("message", failure.Message);
                    json.WriteBoolean("atRest", failure.IsAtRest);
                });
            }
            Strings(json, "explanation", run.Sentences);
            if (run.Races?.Decisive is { } race)
            {
                json.Object("decisiveRace", () =>
                {
                    json.WriteNumber("earlier", race.Earlier);
                    json.WriteNumber("later", race.Later);
                    json.WriteString("location", race.Location);
                    json.WriteBoolean("laterIsBeyondTheFailure", race.Beyond is not null);
                });
            }
            Strings(json, "threads", run.Result.Trace.Threads);
            json.Array("steps", () =>
            {
                foreach (var step in NumberedStep.Of(run.Result.Trace)) json.Element(() => Step(json, step));
            });
            json.Array("events", () =>
            {
                foreach (var told in run.Result.Trace.Events)
                {
                    json.Element(() =>
                    {
                        json.WriteNumber("beforeStep", told.BeforeStep);
                        json.WriteNumber("thread", told.Thread);
                        json.WriteString("kind", told.Kind.ToString());
                        json.WriteString("text", told.Text);
                    });
                }
            });
        });
    }

    private static void Step(Utf8JsonWriter json, NumberedStep numbered)
    {
        var step = numbered.Step;
        json.WriteNumber("number", numbered.Number);
        json.WriteNumber("thread", step.Thread);
        json.WriteString("kind", step.Kind.ToString());
        if (step.Order != MemoryOrder.None) json.WriteString("order", step.Order.ToString());
        json.Optional("location", step.Location);
        json.Optional("argument", step.Argument);
        json.Optional("result", step.Result);
        if (step.Before is not null) json.WriteString("before", step.Before);
        if (step.After is not null) json.WriteString("after", step.After);
        if (step.IsWrite) json.WriteBoolean("isWrite", true);
        if (step.IsBuffered) json.WriteBoolean("isBuffered", true);
        if (!step.IsDecision) json.WriteBoolean("isDecision", false);
        if (step.Source is { } source) json.WriteString("source", source.ToString());
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> texts) => json.Array(name, () =>
    {
        foreach (var text in texts) json.WriteStringValue(text);
    });
}
