using System.Text.Json;

namespace Braid;

/// <summary>Results as a SARIF 2.1.0 log: rules with their texts, and for a failing run a code flow with the steps of each thread in the order they were taken.</summary>
/// <remarks>
/// OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 2020. Paths are relative to <c>%SRCROOT%</c>, the root of the repository; a
/// step whose line is not known has a logical location alone.
/// </remarks>
public static class SarifExport
{
    private const string Root = "%SRCROOT%";

    /// <summary>The log of one replayed run.</summary>
    public static string Of(ExportedRun run, SarifRule rule)
    {
        ArgumentNullException.ThrowIfNull(run);
        var failure = run.Result.Failure;
        return Of([new(rule, failure is null ? SarifKind.Open : SarifKind.Fail, failure?.Message ?? $"The schedule ends without a failure. {run.Result.Explanation}".TrimEnd()) { Run = run, Subject = run.Saved.Schedule.Scenario }]);
    }

    /// <summary>The log of several results.</summary>
    public static string Of(IReadOnlyList<SarifFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var rules = findings.Select(finding => finding.Rule).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        return ExportJson.Object(json =>
        {
            json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.Array("runs", () => json.Element(() =>
            {
                json.Object("tool", () => json.Object("driver", () =>
                {
                    json.WriteString("name", "xvma");
                    json.WriteString("version", typeof(SarifExport).Assembly.GetName().Version!.ToString(3));
                    json.Array("rules", () => rules.ForEach(rule => json.Element(() => Rule(json, rule))));
                }));
                json.Object("originalUriBaseIds", () => json.Object(Root, () => Message(json, "description", "The root of the repository.")));
                json.WriteString("columnKind", "utf16CodeUnits");
                json.Array("results", () =>
                {
                    foreach (var finding in findings) json.Element(() => Result(json, finding, rules.FindIndex(rule => rule.Id == finding.Rule.Id)));
                });
            }));
        });
    }

    private static void Rule(Utf8JsonWriter json, SarifRule rule)
    {
        json.WriteString("id", rule.Id);
        Message(json, "shortDescription", rule.Title);
        if (rule.Sentence.Length > 0) Message(json, "fullDescription", rule.Sentence);
    }

    private static void Result(Utf8JsonWriter json, SarifFinding finding, int rule)
    {
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("kind", finding.Kind.ToString().ToLowerInvariant());
        json.WriteString("level", finding.Kind == SarifKind.Fail ? "error" : "none");
        Message(json, "message", finding.Message);
        var steps = finding.Run is { } run ? NumberedStep.Of(run.Result.Trace) : [];
        // The failing step; else the last one of which the line is known; else the scenario itself.
        var last = steps.LastOrDefault(each => each.Step.Source is not null);
        var related = finding.Run?.Related ?? [];
        json.Array("locations", () => json.Element(() => Location(json, last.Step?.Source ?? (related.Count > 0 ? related[^1].Place : null), finding.Subject)));
        if (related.Count > 0)
        {
            json.Array("relatedLocations", () =>
            {
                foreach (var (place, text) in related) json.Element(() => Location(json, place, "", text));
            });
        }
        json.Object("partialFingerprints", () => json.WriteString("xvma/v1", $"{finding.Rule.Id} {finding.Subject}"));
        if (finding.Run is { } shown && steps.Count > 0) json.Array("codeFlows", () => json.Element(() => Flow(json, shown, steps)));
    }

    private static void Flow(Utf8JsonWriter json, ExportedRun run, List<NumberedStep> steps)
    {
        var told = string.Join(' ', run.Sentences);
        if (told.Length > 0) Message(json, "message", told);
        var trace = run.Result.Trace;
        json.Array("threadFlows", () =>
        {
            foreach (var own in steps.Where(each => each.Step.IsDecision).GroupBy(each => each.Step.Thread).OrderBy(each => each.Key))
            {
                json.Element(() =>
                {
                    json.WriteString("id", trace.Threads[own.Key]);
                    json.Array("locations", () =>
                    {
                        foreach (var step in own) json.Element(() => Step(json, run, step));
                    });
                });
            }
        });
    }

    private static void Step(Utf8JsonWriter json, ExportedRun run, NumberedStep numbered)
    {
        var step = numbered.Step;
        var race = run.Races?.Decisive;
        var matters = numbered.Number == race?.Earlier || numbered.Number == race?.Later || (run.Result.Failure is { } failure && FailingStep.Of(failure) == numbered.Index);
        json.Object("location", () => Location(json, step.Source, run.Result.Trace.Threads[step.Thread], StepText.Of(step)));
        json.WriteNumber("executionOrder", numbered.Number);
        json.WriteString("importance", matters ? "essential" : step.IsWrite ? "important" : "unimportant");
        if (step.Location.Length > 0 && (step.After ?? step.Result) is { Length: > 0 } value)
            json.Object("state", () => Message(json, step.Location, value));
    }

    private static void Location(Utf8JsonWriter json, SourceLine? source, string logical, string text = "")
    {
        if (source is { } place)
        {
            json.Object("physicalLocation", () =>
            {
                json.Object("artifactLocation", () =>
                {
                    json.WriteString("uri", string.Join('/', place.File.Split('/').Select(Uri.EscapeDataString)));
                    if (!Path.IsPathRooted(place.File)) json.WriteString("uriBaseId", Root);
                });
                json.Object("region", () => json.WriteNumber("startLine", place.Line));
            });
        }
        var name = source?.Member is { Length: > 0 } member ? member : logical;
        if (name.Length > 0) json.Array("logicalLocations", () => json.Element(() => json.WriteString("fullyQualifiedName", name)));
        if (text.Length > 0) Message(json, "message", text);
    }

    private static void Message(Utf8JsonWriter json, string name, string text) => json.Object(name, () => json.WriteString("text", text));
}
