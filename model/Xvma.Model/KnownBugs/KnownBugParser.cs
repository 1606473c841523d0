using Braid;

namespace Xvma.Model;

/// <summary>
/// Reads a known bug: <c>name</c>, <c>happened</c>, <c>original</c>, <c>needs</c>, <c>breaks</c>, <c>scenario</c>, perhaps <c>memory</c>, then for each edit
/// <c>file</c>, <c>-</c> lines, <c>+</c> lines. A line that begins with a blank goes on with the word before it.
/// </summary>
public sealed class KnownBugParser
{
    private static readonly string[] Words = ["name", "happened", "original", "needs", "breaks", "scenario"];
    private const string Memory = "memory";

    private readonly string source;
    private readonly Dictionary<string, string> head = [];
    private readonly List<SourceEdit> edits = [];
    private readonly List<string> before = [];
    private readonly List<string> after = [];
    private string? file;
    private string? lastWord;
    private int number;

    private KnownBugParser(string source) => this.source = source;

    /// <summary>Reads a known bug.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="source">What to call it in errors: its file's name.</param>
    /// <exception cref="KnownBugException">The text is not in this form; the message names source, line and reason.</exception>
    public static KnownBug Parse(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new KnownBugParser(source).Read(text);
    }

    private KnownBug Read(string text)
    {
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd();
            if (line.Length == 0) continue;
            if (line[0] == '-') Removes(Rest(line));
            else if (line[0] == '+') Adds(Rest(line));
            else if (line[0] == ' ') GoesOn(line.Trim());
            else Word(line);
        }
        FinishEdit();
        foreach (var word in Words)
        {
            if (!head.ContainsKey(word)) throw Wrong($"“{word}” is missing");
        }
        if (edits.Count == 0) throw Wrong("it names no file to edit");
        return new()
        {
            Name = head["name"],
            Happened = head["happened"],
            Original = head["original"],
            Needs = head["needs"],
            Breaks = head["breaks"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Scenario = head["scenario"],
            Memory = ReadMemory(),
            Edits = [.. edits],
        };
    }

    private MemoryModel ReadMemory()
    {
        if (!head.TryGetValue(Memory, out var name)) return MemoryModel.SequentialConsistency;
        try
        {
            return MemoryModels.Parse(name);
        }
        catch (NotSupportedException)
        {
            throw Wrong($"“{name}” is neither SC nor TSO");
        }
    }

    // One blank belongs to the mark; what follows is source.
    private static string Rest(string line) => line.Length > 1 && line[1] == ' ' ? line[2..] : line[1..];

    private void Removes(string line)
    {
        if (file is null) throw Wrong("“-” before any “file”");
        if (after.Count > 0)
        {
            // A second place in the same file.
            var same = file;
            FinishEdit();
            file = same;
        }
        before.Add(line);
    }

    private void Adds(string line)
    {
        if (before.Count == 0) throw Wrong("“+” before any “-”: say which lines are replaced");
        after.Add(line);
    }

    private void Word(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        var word = blank < 0 ? line : line[..blank];
        var value = blank < 0 ? "" : line[blank..].Trim();
        if (value.Length == 0) throw Wrong($"“{word}” has no value");
        if (word == "file")
        {
            FinishEdit();
            file = value;
        }
        else if (!Words.Contains(word) && word != Memory) throw Wrong($"“{word}” is none of {string.Join(", ", Words)}, {Memory}, file, -, +");
        else if (!head.TryAdd(word, value)) throw Wrong($"“{word}” is given twice");
        lastWord = word == "file" ? null : word;
    }

    private void GoesOn(string value)
    {
        if (lastWord is null) throw Wrong("a line that begins with a blank goes on with a word, and there is none before it");
        head[lastWord] += " " + value;
    }

    private void FinishEdit()
    {
        if (file is null) return;
        if (before.Count == 0) throw Wrong($"nothing is replaced in {file}: a “-” line is missing");
        edits.Add(new(file, [.. before], [.. after]));
        before.Clear();
        after.Clear();
        file = null;
    }

    private KnownBugException Wrong(string why) => new($"{source}, line {number}: {why}.");
}
