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

    /// <summary>The same output as <see cref="Out"/> for what another program is to read: nothing is broken to fit the width.</summary>
    public TextWriter Exact => Out is WrappedOutput wrapped ? wrapped.Whole : Out;

    /// <summary>The debugger to wait for.</summary>
    public DebuggerLink Debugger { get; init; } = DebuggerLink.OfProcess;

    /// <summary>The process' own.</summary>
    public static Terminal OfProcess()
    {
        var isInteractive = !Console.IsOutputRedirected && !Console.IsErrorRedirected && AnsiConsole.Profile.Capabilities.Interactive;
        var width = isInteractive ? AnsiConsole.Profile.Width : WidthOfFiles;
        return new(isInteractive ? new WrappedOutput(Console.Out, width) : Console.Out, Console.Error, isInteractive, width) { In = Console.In };
    }
}
