using System.CommandLine;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary><c>xvma scenarios</c> and <c>xvma bugs</c>: what there is.</summary>
internal static class ListCommands
{
    public static Command Scenarios(Terminal terminal)
    {
        var command = new Command("scenarios", "Lists the scenarios: what each checks, on what machine.");
        command.SetAction(_ =>
        {
            var table = new TextTable(terminal.Out, ("scenario", 38), ("machine", 44), ("clauses", 0));
            foreach (var scenario in ScenarioCatalogue.All) table.Row(scenario.Name, scenario.Geometry, string.Join(' ', scenario.Clauses));
            terminal.Out.WriteLine($"  {ScenarioCatalogue.All.Count} scenarios");
            return ExitCode.Ok;
        });
        return command;
    }

    public static Command Bugs(Terminal terminal)
    {
        var verify = new Option<bool>("--verify") { Description = "Only make sure that each known bug still applies to the sources.", Hidden = true };
        var command = new Command("bugs", "Lists the known bugs: what happened, what must find it.") { verify };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(verify)) return Verify(terminal);
            List(terminal);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void List(Terminal terminal)
    {
        foreach (var bug in KnownBug.All)
        {
            terminal.Out.WriteLine($"  {bug.Name}");
            terminal.Out.WriteLine($"      {bug.Happened}");
            terminal.Out.WriteLine($"      breaks {string.Join(", ", bug.Breaks)} · scenario {bug.Scenario} · {string.Join(", ", bug.Edits.Select(edit => edit.File).Distinct())}");
        }
        terminal.Out.WriteLine($"  {KnownBug.All.Count} known bugs");
    }

    // For the build, which knows errors by this form.
    private static int Verify(Terminal terminal)
    {
        var compiler = new KnownBugCompiler();
        var wrong = 0;
        foreach (var bug in KnownBug.All)
        {
            try
            {
                compiler.Verify(bug);
                if (!ScenarioCatalogue.TryFind(bug.Scenario, out _)) throw new KnownBugException($"{bug.Name}: no scenario is called “{bug.Scenario}”.");
            }
            catch (KnownBugException notApplying)
            {
                terminal.Out.WriteLine($"model/Xvma.Model/KnownBugs/{bug.Name}.bug : error XVMA001: {notApplying.Message}");
                wrong++;
            }
        }
        return wrong == 0 ? ExitCode.Ok : ExitCode.Internal;
    }
}
