using System.Globalization;

namespace Linearity;

/// <summary>Shows why a history is not linearizable: a column a thread, and beside the answers what they would have to be.</summary>
public static class HistoryColumns
{
    private const int Gap = 3;

    /// <summary>The page, lines ending in LF.</summary>
    /// <param name="found">What a check found.</param>
    /// <param name="threads">Names of the threads; their numbers when null.</param>
    /// <param name="mostRows">How many of the last events to show.</param>
    public static string Render<TArgument, TResult>(
        Counterexample<TArgument, TResult> found, IReadOnlyList<string>? threads = null, int mostRows = 60)
    {
        ArgumentNullException.ThrowIfNull(found);
        var history = found.History;
        var shown = history.Events.Select((each, at) => (Event: each, Number: at + 1)).Where(each => found.Calls.Contains(each.Event.Operation)).ToList();
        var names = shown.Select(each => history.Operations[each.Event.Operation].Thread).Distinct().Order()
            .ToDictionary(thread => thread, thread => threads is null ? $"thread {thread}" : threads[thread]);
        List<string> lines = [Heading(found, history.Operations.Count - found.Calls.Count)];
        lines.Add("");

        var cells = shown.TakeLast(mostRows).Select(each => Row(found, each.Event, each.Number)).ToList();
        var widths = names.ToDictionary(
            name => name.Key,
            name => Math.Max(name.Value.Length, cells.Where(cell => cell.Thread == name.Key).Max(cell => (int?)cell.Text.Length) ?? 0) + Gap);
        lines.Add("      " + string.Concat(names.Select(name => name.Value.PadRight(widths[name.Key]))).TrimEnd());
        if (shown.Count > cells.Count) lines.Add($"      … {Count(shown.Count - cells.Count, "event")} before …");
        foreach (var (number, thread, text, remark) in cells)
        {
            var before = names.Keys.Where(other => other < thread).Sum(other => widths[other]);
            var line = $"{number,4}  {new string(' ', before)}{text}";
            if (remark.Length > 0) line = line.PadRight(6 + widths.Values.Sum()) + remark;
            lines.Add(line.TrimEnd());
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string Heading<TArgument, TResult>(Counterexample<TArgument, TResult> found, int elsewhere)
    {
        var others = elsewhere == 0 ? "" : $" ({Count(elsewhere, "call")} on other parts not shown)";
        return $"not linearizable: no order of these {Count(found.Calls.Count, "call")} gives these answers{others}";
    }

    private static (int Number, int Thread, string Text, string Remark) Row<TArgument, TResult>(
        Counterexample<TArgument, TResult> found, HistoryEvent happening, int number)
    {
        var call = found.History.Operations[happening.Operation];
        if (!happening.IsResponse) return (number, call.Thread, $"{call.Argument}{(call.IsPending ? " …" : "")}", "");
        var isCulprit = happening.Operation == found.Operation;
        var remark = found.Alternatives.TryGetValue(happening.Operation, out var answers)
            ? $"would have to be {string.Join(" or ", answers.Select(Text))}"
            : isCulprit ? "no answer is right here" : "";
        return (number, call.Thread, $"└ {Text(call.Result)}", isCulprit ? $"✗ {remark}" : remark);
    }

    private static string Text<T>(T? value) => value switch
    {
        null => "nothing",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Count(int number, string what) => $"{number.ToString("N0", CultureInfo.InvariantCulture)} {what}{(number == 1 ? "" : "s")}";
}
