using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Braid;

/// <summary>A run as a Mermaid sequence diagram: a participant a thread, steps as messages to itself, a dashed arrow where the turn goes over.</summary>
public static partial class MermaidExport
{
    private const int LongestText = 120;

    /// <summary>The diagram, lines ending in LF.</summary>
    /// <param name="run">What is shown.</param>
    /// <param name="detail">How many of its steps.</param>
    public static string Of(ExportedRun run, DisplayDetail detail = DisplayDetail.Brief)
    {
        ArgumentNullException.ThrowIfNull(run);
        var trace = run.Result.Trace;
        var text = new StringBuilder("sequenceDiagram\n");
        text.Append(CultureInfo.InvariantCulture, $"    title {Clean(run.Title)}\n");
        for (var thread = 0; thread < trace.Threads.Count; thread++) text.Append(CultureInfo.InvariantCulture, $"    participant T{thread} as {Clean(trace.Threads[thread])}\n");

        var running = -1;
        foreach (var row in RowBuilder.Build(trace, StepSelection.Of(trace, detail, run.Result.Failure)).Where(row => row.Thread >= 0))
        {
            if (running >= 0 && running != row.Thread) text.Append(CultureInfo.InvariantCulture, $"    T{running}-->>T{row.Thread}: goes on\n");
            running = row.Thread;
            text.Append(row.Number is { } number
                ? string.Create(CultureInfo.InvariantCulture, $"    T{row.Thread}->>T{row.Thread}: {number} {Clean(row.Text)}\n")
                : $"    Note over T{row.Thread}: {Clean(row.Text)}\n");
        }
        if (run.Result.Failure is { } failure && trace.Threads.Count > 0)
        {
            var at = FailingStep.Of(failure) is var step and >= 0 ? $"T{trace.Steps[step].Thread}" : trace.Threads.Count == 1 ? "T0" : $"T0,T{trace.Threads.Count - 1}";
            text.Append(CultureInfo.InvariantCulture, $"    Note over {at}: ✗ {Clean(failure.Message)}\n");
        }
        return text.ToString();
    }

    // A semicolon ends a statement there, # begins an escape, angle brackets are HTML, and the word “end” ends a block wherever it stands.
    private static string Clean(string text)
    {
        var one = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        if (one.Length > LongestText) one = one[..(LongestText - 1)] + "…";
        var escaped = one.Replace("#", "#35;", StringComparison.Ordinal);
        escaped = escaped.Replace("<", "#60;", StringComparison.Ordinal).Replace(">", "#62;", StringComparison.Ordinal).Replace("%", "#37;", StringComparison.Ordinal);
        escaped = LoneSemicolon().Replace(escaped, "#59;");
        return End().Replace(escaped, "e#110;d");
    }

    [GeneratedRegex(@"(?<!#\d{1,3});")]
    private static partial Regex LoneSemicolon();

    [GeneratedRegex(@"\bend\b", RegexOptions.IgnoreCase)]
    private static partial Regex End();
}
