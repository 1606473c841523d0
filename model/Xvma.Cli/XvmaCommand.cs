using System.CommandLine;
using System.CommandLine.Help;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary>The command <c>xvma</c>: every way in ends in an exit code and, when something is wrong, in one line that says what.</summary>
internal static class XvmaCommand
{
    private const string Description = """
        Checks a shared_xmm and its GRU under every schedule that matters.

        Exit codes:
           0  nothing found and everything covered, or all passed, or reproduced
          10  a known bug was not seen, or a certificate is wrong
          11  deadlock
          12  safety violation
          13  liveness violation
          20  inconclusive
          21  a replay diverged
          64  usage
          70  internal error
        """;

    /// <summary>Runs the command; an interrupt of the process, or <paramref name="stop"/>, ends it with what it has.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken stop)
    {
        try
        {
            var parsed = Root(terminal).Parse(args, new() { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0)
            {
                terminal.Error.WriteLine($"xvma: {CommandLineErrors.Sentence(parsed)}");
                return ExitCode.Usage;
            }
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
            };
            return await parsed.InvokeAsync(invocation, stop);
        }
        catch (Exception wrong) when (wrong is UsageException or KnownBugException)
        {
            terminal.Error.WriteLine($"xvma: {wrong.Message}");
            return wrong is UsageException ? ExitCode.Usage : ExitCode.Internal;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // What is read and written by name has said so with the name; this is the output itself, or a disk that is full.
            terminal.Error.WriteLine($"xvma: the system refused to read or write: {refused.Message}");
            if (Environment.GetEnvironmentVariable("XVMA_DEBUG") is not null) terminal.Error.WriteLine(refused.ToString());
            return ExitCode.Usage;
        }
#pragma warning disable CA1031 // The last resort: a person is told in a line, and the trace is there for who asks for it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            terminal.Error.WriteLine($"xvma: internal error: {failure.GetType().Name}: {failure.Message}");
            if (Environment.GetEnvironmentVariable("XVMA_DEBUG") is not null) terminal.Error.WriteLine(failure.ToString());
            return ExitCode.Internal;
        }
    }

    /// <summary>The command with all that it takes, to be parsed.</summary>
    internal static Command Root(Terminal terminal) => new("xvma", Description)
    {
        new HelpOption { Recursive = true },
        CheckCommand.Create(terminal),
        PairsCommand.Create(terminal),
        SoakCommand.Create(terminal),
        MergeCommand.Create(terminal),
        CertifyCommand.Create(terminal),
        ExploreCommand.Create(terminal),
        ReplayCommand.Create(terminal),
        ProveCommand.Create(terminal),
        ValidateCommand.Create(terminal),
        SpecCommand.Create(terminal),
        ExportCommand.Create(terminal),
        ListCommands.Scenarios(terminal),
        ListCommands.Bugs(terminal),
    };
}
