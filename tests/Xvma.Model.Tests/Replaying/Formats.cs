using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Xvma.Model.Tests.Replaying;

/// <summary>What the formats of others ask of a document, as far as what is written here is concerned; each throws when it is not so.</summary>
internal static partial class Formats
{
    /// <summary>SARIF 2.1.0: the members that its schema knows at each place, those it requires, and the values it allows.</summary>
    public static void Sarif(string text)
    {
        using var document = JsonDocument.Parse(text);
        var log = document.RootElement;
        Members(log, ["version", "runs"], ["$schema"]);
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        foreach (var run in log.GetProperty("runs").EnumerateArray())
        {
            Members(run, ["tool"], ["originalUriBaseIds", "columnKind", "results"]);
            Members(run.GetProperty("tool"), ["driver"], []);
            var driver = run.GetProperty("tool").GetProperty("driver");
            Members(driver, ["name"], ["version", "rules"]);
            var rules = driver.GetProperty("rules").EnumerateArray().ToList();
            Assert.Equal(rules.Count, rules.Select(rule => rule.GetProperty("id").GetString()).Distinct().Count());
            foreach (var rule in rules) Members(rule, ["id"], ["shortDescription", "fullDescription"]);
            var bases = run.GetProperty("originalUriBaseIds").EnumerateObject().Select(each => each.Name).ToHashSet();
            foreach (var result in run.GetProperty("results").EnumerateArray()) Result(result, rules, bases);
        }
    }

    /// <summary>Trace events: names of tracks, slices of one microsecond, time that does not run back, flows that begin and end once, calls that end after they began.</summary>
    public static void Perfetto(string text)
    {
        using var document = JsonDocument.Parse(text);
        var time = 0.0;
        Dictionary<int, int> open = [];
        Dictionary<int, double> begun = [];
        HashSet<int> ended = [];
        HashSet<int> tracks = [];
        foreach (var told in document.RootElement.GetProperty("traceEvents").EnumerateArray())
        {
            var phase = told.GetProperty("ph").GetString();
            var track = told.GetProperty("tid").GetInt32();
            Assert.False(string.IsNullOrEmpty(told.GetProperty("name").GetString()));
            if (phase == "M")
            {
                tracks.Add(track);
                continue;
            }
            Assert.Contains(track, tracks);
            var at = told.GetProperty("ts").GetDouble();
            Assert.True(at >= time, $"{at} follows {time}");
            time = at;
            switch (phase)
            {
                case "X":
                    Assert.Equal(1, told.GetProperty("dur").GetInt32());
                    break;
                case "B":
                    open[track] = open.GetValueOrDefault(track) + 1;
                    break;
                case "E":
                    Assert.True((open[track] = open.GetValueOrDefault(track) - 1) >= 0);
                    break;
                case "s":
                    Assert.True(begun.TryAdd(told.GetProperty("id").GetInt32(), at));
                    break;
                case "f":
                    var id = told.GetProperty("id").GetInt32();
                    Assert.Equal("e", told.GetProperty("bp").GetString());
                    Assert.True(begun[id] < at && ended.Add(id));
                    break;
                default:
                    Assert.Equal("i", phase);
                    break;
            }
        }
        Assert.True(ended.SetEquals(begun.Keys));
    }

    /// <summary>The part of Mermaid's grammar for sequence diagrams that is used: every line is one statement, about participants that are declared.</summary>
    public static void Mermaid(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.Equal("sequenceDiagram", lines[0]);
        HashSet<string> declared = [];
        foreach (var line in lines[1..])
        {
            var statement = Statement().Match(line);
            Assert.True(statement.Success, line);
            if (statement.Groups["new"] is { Success: true } made) Assert.True(declared.Add(made.Value), line);
            foreach (var used in statement.Groups["used"].Captures.Cast<Capture>()) Assert.Contains(used.Value, declared);
            var free = Escape().Replace(statement.Groups["text"].Value, "");
            Assert.DoesNotMatch(@"[;#<>%]|\b[Ee][Nn][Dd]\b", free);
            Assert.NotEqual("", statement.Groups["text"].Value.Trim());
        }
    }

    /// <summary>JUnit XML as its common schema has it: suites, cases, at most one outcome each, sums that are right.</summary>
    public static void Junit(string text)
    {
        var root = XDocument.Parse(text).Root!;
        Assert.Equal("testsuites", root.Name.LocalName);
        foreach (var holder in root.DescendantsAndSelf().Where(each => each.Name.LocalName is "testsuites" or "testsuite"))
        {
            var cases = holder.Descendants("testcase").ToList();
            Assert.NotEmpty(holder.Attribute("name")!.Value);
            Assert.Equal(cases.Count, Number(holder, "tests"));
            foreach (var (sum, outcome) in new[] { ("failures", "failure"), ("errors", "error"), ("skipped", "skipped") })
                Assert.Equal(cases.Count(test => test.Element(outcome) is not null), Number(holder, sum));
            Assert.True(double.Parse(holder.Attribute("time")!.Value, CultureInfo.InvariantCulture) >= 0);
        }
        foreach (var test in root.Descendants("testcase"))
        {
            Assert.NotEmpty(test.Attribute("name")!.Value);
            Assert.NotEmpty(test.Attribute("classname")!.Value);
            Assert.True(test.Elements().Count(each => each.Name.LocalName is "failure" or "error" or "skipped") <= 1);
            Assert.All(test.Elements(), each => Assert.True(each.Name.LocalName is "failure" or "error" or "skipped" or "system-out"));
        }
    }

    private static int Number(XElement element, string name) => int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static void Result(JsonElement result, List<JsonElement> rules, HashSet<string> bases)
    {
        Members(result, ["message"], ["ruleId", "ruleIndex", "kind", "level", "locations", "relatedLocations", "partialFingerprints", "codeFlows"]);
        Message(result.GetProperty("message"));
        Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        var (kind, level) = (result.GetProperty("kind").GetString(), result.GetProperty("level").GetString());
        Assert.True(kind is "fail" or "pass" or "open");
        Assert.Equal(kind == "fail" ? "error" : "none", level);                  // § 3.27.10: only a failure has a level
        foreach (var place in result.GetProperty("locations").EnumerateArray()) Location(place, bases);
        if (result.TryGetProperty("relatedLocations", out var related))
            foreach (var place in related.EnumerateArray()) Location(place, bases);
        if (!result.TryGetProperty("codeFlows", out var flows)) return;
        foreach (var flow in flows.EnumerateArray())
        {
            Members(flow, ["threadFlows"], ["message"]);
            HashSet<int> order = [];
            foreach (var thread in flow.GetProperty("threadFlows").EnumerateArray())
            {
                Members(thread, ["locations"], ["id", "message"]);
                Assert.NotEmpty(thread.GetProperty("locations").EnumerateArray());
                var last = -1;
                foreach (var step in thread.GetProperty("locations").EnumerateArray())
                {
                    Members(step, [], ["location", "executionOrder", "importance", "state"]);
                    Assert.True(step.GetProperty("importance").GetString() is "essential" or "important" or "unimportant");
                    var number = step.GetProperty("executionOrder").GetInt32();
                    Assert.True(number > last && order.Add(number));
                    last = number;
                    Location(step.GetProperty("location"), bases);
                    if (step.TryGetProperty("state", out var state))
                        foreach (var cell in state.EnumerateObject()) Message(cell.Value);
                }
            }
        }
    }

    private static void Location(JsonElement location, HashSet<string> bases)
    {
        Members(location, [], ["physicalLocation", "logicalLocations", "message"]);
        if (location.TryGetProperty("message", out var message)) Message(message);
        if (location.TryGetProperty("logicalLocations", out var logical))
            foreach (var each in logical.EnumerateArray()) Members(each, ["fullyQualifiedName"], []);
        if (!location.TryGetProperty("physicalLocation", out var physical)) return;
        Members(physical, ["artifactLocation"], ["region"]);
        var artifact = physical.GetProperty("artifactLocation");
        Members(artifact, ["uri"], ["uriBaseId"]);
        Assert.Contains(artifact.GetProperty("uriBaseId").GetString()!, bases);
        Assert.True(Uri.TryCreate(artifact.GetProperty("uri").GetString(), UriKind.Relative, out _));
        Assert.True(physical.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
    }

    private static void Message(JsonElement message)
    {
        Members(message, ["text"], []);
        Assert.False(string.IsNullOrEmpty(message.GetProperty("text").GetString()));
    }

    private static void Members(JsonElement element, string[] required, string[] allowed)
    {
        var present = element.EnumerateObject().Select(member => member.Name).ToList();
        Assert.All(required, name => Assert.Contains(name, present));
        Assert.All(present, name => Assert.Contains(name, required.Concat(allowed)));
    }

    [GeneratedRegex(@"^    (?:title (?<text>.+)|participant (?<new>T\d+) as (?<text>.+)|(?<used>T\d+)(?:->>|-->>)(?<used>T\d+): (?<text>.+)|Note over (?<used>T\d+)(?:,(?<used>T\d+))?: (?<text>.+))$")]
    private static partial Regex Statement();

    [GeneratedRegex(@"#\d+;")]
    private static partial Regex Escape();
}
