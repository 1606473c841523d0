using System.CommandLine;

namespace Xvma.Cli;

/// <summary>The options of <c>xvma replay</c> that are for traces of Microsoft Coyote.</summary>
internal sealed class CoyoteReplayArguments
{
    private readonly Option<bool> handOver = new("--hand-over")
    {
        Description = "Take a trace of Coyote over to Braid: the same scenario in the same order of operations, made small, explained and saved as a schedule.",
    };

    private readonly Option<string?> to = new("--hand-over-to") { Description = "With --hand-over: folder for the schedule; without it artifacts/schedules.", HelpName = "FOLDER" };

    private readonly Option<string?> forCoyote = new("--for-coyote")
    {
        Description = "Write the rewritten assemblies and the trace into this folder, for Coyote's own `coyote replay`.",
        HelpName = "FOLDER",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(handOver);
        command.Options.Add(to);
        command.Options.Add(forCoyote);
    }

    public CoyoteReplaySettings Read(ParseResult parsed) => new(
        parsed.GetValue(handOver), parsed.GetValue(to) ?? Path.Combine("artifacts", "schedules"), parsed.GetValue(forCoyote));
}
