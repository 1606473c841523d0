using System.Text;

namespace Xvma.Cli;

/// <summary>
/// What a person reads on a terminal: a line too long for it is broken between words, and goes on indented below what it began with. Lines that are commands
/// to be copied are left to the terminal, which copies them whole.
/// </summary>
/// <param name="output">The terminal.</param>
/// <param name="width">Characters a line. All that is shown here takes one column a character.</param>
internal sealed class WrappedOutput(TextWriter output, int width) : TextWriter(output.FormatProvider)
{
    private const int Hang = 4;

    /// <summary>The terminal itself, for what must stay as it is.</summary>
    public TextWriter Whole => output;

    /// <inheritdoc/>
    public override Encoding Encoding => output.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => output.Write(value);

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        // What comes in pieces has been laid out by whoever writes it.
        if (value is not null && value.Contains('\n', StringComparison.Ordinal)) output.Write(string.Join('\n', value.Split('\n').Select(Broken)));
        else output.Write(value);
    }

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write($"{value}\n");

    /// <inheritdoc/>
    public override void Flush() => output.Flush();

    private string Broken(string line)
    {
        if (line.Length <= width || line.Contains(Check.CommandLine, StringComparison.Ordinal)) return line;
        var indent = Math.Min(line.Length - line.TrimStart().Length + Hang, width / 2);
        var lines = new StringBuilder();
        var rest = line;
        while (rest.Length > width)
        {
            var at = rest.LastIndexOf(' ', width);
            if (at <= indent) at = rest.IndexOf(' ', indent); // a word longer than the line: nobody would read it better in two parts
            if (at < 0) break;
            lines.Append(rest.AsSpan(0, at).TrimEnd()).Append('\n');
            rest = new string(' ', indent) + rest[at..].TrimStart();
        }

        return lines.Append(rest).ToString();
    }
}
