using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Xvma.Cli;

/// <summary>A whole check as JUnit XML: a test case for each scenario, engine and memory model, and for each known bug.</summary>
/// <remarks>What is inconclusive is skipped, with the reason: nobody shall take it for a pass. A known bug that was not seen is a failure.</remarks>
internal static class JunitReport
{
    /// <summary>The document, lines ending in LF.</summary>
    /// <param name="rows">What was said of the scenarios.</param>
    /// <param name="bugs">What was made of the known bugs.</param>
    /// <param name="unseen">Scenarios and known bugs that were not looked at because the run was interrupted.</param>
    /// <param name="pages">Pages of failures, by where their schedules were saved.</param>
    public static string Of(IReadOnlyList<ScenarioRow> rows, IReadOnlyList<KnownBugRow> bugs, IReadOnlyList<string> unseen, IReadOnlyDictionary<string, string> pages)
    {
        List<XElement> suites =
        [
            Suite("scenarios", [.. rows.Where(row => row.Engine == "Braid" || row.Verdict == "bug" || !rows.Any(other => other.Scenario == row.Scenario && other.Engine == "Braid")).Select(row => Case(row, pages))]),
            Suite("known bugs", [.. bugs.Select(Case)]),
            Suite("not looked at", [.. unseen.Select(name => new XElement("testcase", new XAttribute("classname", "xvma"), new XAttribute("name", Clean(name)), new XAttribute("time", "0"), Skipped("interrupted before it was looked at")))]),
        ];
        suites.RemoveAll(suite => !suite.HasElements);
        var document = new XDocument(new XElement("testsuites", new XAttribute("name", "xvma check"), Sums(suites), suites));
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true })) document.Save(writer);
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text + "\n";
    }

    private static XElement Case(ScenarioRow row, IReadOnlyDictionary<string, string> pages)
    {
        var memory = row.Memory is null ? "" : $" ({row.Memory})";
        var test = Named($"xvma.scenarios.{row.Engine}", row.Scenario + memory, row.Seconds);
        if (row.Verdict == "bug")
        {
            var page = row.Replay is { } path && pages.TryGetValue(path, out var shown) ? shown : $"replay {row.Replay}";
            test.Add(new XElement("failure", new XAttribute("type", "bug"), new XAttribute("message", $"a failure was found; replay {row.Replay}"), Clean(page)));
        }
        else if (row.Verdict != "exhausted")
        {
            test.Add(Skipped($"inconclusive: {TextTable.Count(row.Schedules)} schedules, nothing found, not everything covered ({row.Bounds})"));
        }
        else
        {
            test.Add(new XElement("system-out", Clean($"exhausted: {TextTable.Count(row.Schedules)} schedules, {row.Bounds}")));
        }
        return test;
    }

    private static XElement Case(KnownBugRow bug)
    {
        var test = Named("xvma.known-bugs", bug.Bug, 0);
        if (bug.IsMissed) test.Add(new XElement("failure", new XAttribute("type", "missed"), new XAttribute("message", "a known bug was not seen although everything was covered, so nothing else counts")));
        else if (!bug.IsFound) test.Add(Skipped("inconclusive: not found within the budget"));
        else test.Add(new XElement("system-out", Clean($"found: {bug.Identity}; replay {bug.Replay}")));
        return test;
    }

    private static XElement Named(string group, string name, double seconds) => new(
        "testcase", new XAttribute("classname", group), new XAttribute("name", Clean(name)), new XAttribute("time", seconds.ToString("F3", CultureInfo.InvariantCulture)));

    private static XElement Skipped(string why) => new("skipped", new XAttribute("message", Clean(why)));

    private static XElement Suite(string name, List<XElement> cases) => new("testsuite", new XAttribute("name", name), Sums([new("testsuites", cases)]), cases);

    private static IEnumerable<XAttribute> Sums(List<XElement> holders)
    {
        var cases = holders.SelectMany(holder => holder.Elements("testcase")).ToList();
        int With(string outcome) => cases.Count(test => test.Element(outcome) is not null);
        return
        [
            new("tests", cases.Count), new("failures", With("failure")), new("errors", 0), new("skipped", With("skipped")),
            new("time", cases.Sum(test => double.Parse(test.Attribute("time")!.Value, CultureInfo.InvariantCulture)).ToString("F3", CultureInfo.InvariantCulture)),
        ];
    }

    // What XML 1.0 has no place for.
    private static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}
