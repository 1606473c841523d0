using System.Text;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary>What came out for each pair, as a matrix.</summary>
internal sealed class PairMatrix
{
    private const string NoPair = "";

    private readonly Dictionary<string, ScenarioRow> rows;
    private readonly IReadOnlyList<Pair> pairs;

    private PairMatrix(IReadOnlyList<ScenarioRow> rows, IReadOnlyList<Pair> pairs)
    {
        this.rows = rows.ToDictionary(row => row.Scenario, StringComparer.Ordinal);
        this.pairs = pairs;
    }

    /// <summary>How many were not covered.</summary>
    public int Open => rows.Values.Count(row => row.Verdict == "inconclusive");

    /// <summary>What it all comes to, in a line.</summary>
    public string Summary
    {
        get
        {
            var single = rows.Values.Count(row => row is { Verdict: "exhausted", Traces: 1 });
            return $"{pairs.Count} pairs: {rows.Values.Count(row => row.Verdict == "exhausted")} exhausted ({single} of them with one execution: no step of one depends on the other), "
                + $"{Open} open, {rows.Values.Count(row => row.Verdict == "bug")} bugs · {TextTable.Count(rows.Values.Sum(row => row.Traces ?? 0))} executions";
        }
    }

    /// <summary>For a terminal: a line a pair would be too many; one line for each operation, and the pairs with the most executions.</summary>
    public string Text
    {
        get
        {
            using var output = new StringWriter();
            var table = new TextTable(output, ("pair", 40), ("executions", -11), ("verdict", 14), ("time", -7));
            foreach (var row in rows.Values.Where(row => row.Verdict != "exhausted").Concat(rows.Values.Where(row => row.Verdict == "exhausted").OrderByDescending(row => row.Traces)).Take(20))
                table.Row(row.Scenario, TextTable.Count(row.Traces), row.Verdict, TextTable.Seconds(TimeSpan.FromSeconds(row.Seconds)));
            if (rows.Count > 20) output.WriteLine($"  … and {rows.Count - 20} more, each with no more executions than the last of these");
            return output.ToString();
        }
    }

    /// <summary>As a page of Markdown.</summary>
    public string Page
    {
        get
        {
            var page = new StringBuilder()
                .AppendLine("# Every pair of operations")
                .AppendLine()
                .AppendLine("Written by `xvma pairs --page docs/pairs.md`. Two operations at the same time, on a machine of one chiplet with two contexts and a TLB of three entries: every schedule")
                .AppendLine("of every pair, under sequential consistency, each step and each answer held against the specification; then all tasks exit, and nothing may be left.")
                .AppendLine("A number is that of the executions that differ by more than the order of independent steps, all of them explored. **1** means that the two cannot race: no step of one depends on a")
                .AppendLine("step of the other.")
                .AppendLine()
                .AppendLine("The ground: a group with four shared pages, of which the first has memory and no entry in the TLB; each task has a page of its own, without memory. In that page are two queues: one with a")
                .AppendLine("message and a line left in its half, which the next message but one turns, and a full one, of which *receive last* frees a half. A queue stopped and one started again differ by a bit, so *stop*")
                .AppendLine("stands for both. What was sent comes, once and whole, and then the queue takes another message; of two that receive from one queue at a time nothing is promised (MSG-3), and so nothing is")
                .AppendLine("asked of the messages where two do, or where a queue is made again or its memory dropped.")
                .AppendLine()
                .AppendLine("*Fail*, *look*, *beat*, *start* and *return* are about one of two partitions, the one that the memory is of. Of two tasks the other operation is then that of a task of this partition; of two threads")
                .AppendLine("it is that of a task of the other one, which reaches for its memory. Before a *return* the partition has failed, and one *look* has been taken before a *look*.")
                .AppendLine()                .AppendLine("`xvma check --scenario \"unmap beside load\"` explores one pair; a failure is saved, made small and replayed as any other.")
                .AppendLine();
            AppendMatrix(page, "Of two tasks", isOfOneTask: false, "");
            AppendMatrix(page, "Of two threads of one task", isOfOneTask: true, "An empty cell: one of the two is a member's, the other an outsider's, which no task is at once. What any task can do is done by an outsider beside what only an outsider can.");
            return page.AppendLine($"{Summary}.").ToString().ReplaceLineEndings("\n");
        }
    }

    /// <summary>The matrix of what <paramref name="rows"/> say.</summary>
    public static PairMatrix Of(IReadOnlyList<ScenarioRow> rows, IReadOnlyList<Pair> pairs) => new(rows, pairs);

    private void AppendMatrix(StringBuilder page, string title, bool isOfOneTask, string note)
    {
        var operations = PairCatalogue.Operations;
        page.AppendLine($"## {title}").AppendLine();
        if (note.Length > 0) page.AppendLine(note).AppendLine();
        page.AppendLine($"| | {string.Join(" | ", operations)} |").AppendLine($"|---|{string.Concat(Enumerable.Repeat("--:|", operations.Count))}");
        foreach (var row in operations) page.AppendLine($"| **{row}** | {string.Join(" | ", operations.Select(column => Cell(row, column, isOfOneTask)))} |");
        page.AppendLine();
    }

    private string Cell(PairOperation first, PairOperation second, bool isOfOneTask) =>
        pairs.FirstOrDefault(pair => pair.First == first && pair.Second == second && pair.IsOfOneTask == isOfOneTask) is { } pair
            ? rows[pair.Name] is var row && row.Verdict == "exhausted" ? TextTable.Count(row.Traces) : row.Verdict
            : NoPair;
}
