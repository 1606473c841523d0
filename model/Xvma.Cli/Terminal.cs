using Spectre.Console;

namespace Xvma.Cli;

/// <summary>Where a command writes, and what that can show.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Errors, and progress where no terminal is.</param>
/// <param name="IsInteractive">Whether a person is looking at a terminal.</param>
/// <param name="Width">Characters a line.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive, int Width)
{
    private const int WidthOfFiles = 120;

    /// <summary>Where commands of a person or a pipe come from.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>The debugger to wait for.</summary>
    public DebuggerLink Debugger { get; init; } = DebuggerLink.OfProcess;

    /// <summary>The process' own.</summary>
    public static Terminal OfProcess()
    {
        var isInteractive = !Console.IsOutputRedirected && !Console.IsErrorRedirected && AnsiConsole.Profile.Capabilities.Interactive;
        return new(Console.Out, Console.Error, isInteractive, isInteractive ? AnsiConsole.Profile.Width : WidthOfFiles) { In = Console.In };
    }
}
