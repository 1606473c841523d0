using System.CommandLine;
using Xvma.Model.Refinement;
using Xvma.Observing;

namespace Xvma.Cli;

/// <summary><c>xvma validate TRACE</c>: says whether a recorded run is a behaviour of the specification, and if not, at which event and why.</summary>
internal static class ValidateCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("TRACE") { Description = "A trace that TraceRecorder has written." };
        var command = new Command("validate", "Holds the trace of a production run against the specification.") { file };
        command.SetAction(parsed => Validate(terminal, parsed.GetRequiredValue(file)));
        return command;
    }

    private static int Validate(Terminal terminal, string path)
    {
        if (Directory.Exists(path)) throw new UsageException($"{path} is a folder, not a trace");
        if (!File.Exists(path)) throw new UsageException($"there is no trace '{path}'");
        try
        {
            using var text = new StreamReader(path);
            return Tell(terminal, path, TraceValidator.Validate(text));
        }
        catch (TraceFormatException unreadable)
        {
            throw new UsageException($"{path}, {unreadable.Message}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{path} cannot be read: {unreadable.Message}");
        }
    }

    private static int Tell(Terminal terminal, string path, TraceVerdict verdict)
    {
        if (verdict.IsAccepted)
        {
            terminal.Out.WriteLine($"{path}: a behaviour of the specification · {TextTable.Count(verdict.Events)} events, {TextTable.Count(verdict.Steps)} steps");
            return ExitCode.Ok;
        }

        terminal.Out.WriteLine($"{path}: no behaviour of the specification · {verdict.Clause}");
        terminal.Out.WriteLine($"  line {verdict.Line}, after {TextTable.Count(verdict.Events)} events: {verdict.Event}");
        terminal.Out.WriteLine($"  {verdict.Reason}");
        return ExitCode.Safety;
    }
}
