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
        var name = new Argument<string[]>("name") { Arity = ArgumentArity.ZeroOrMore, Description = "Only this one; may be several." };
        var pages = new Option<string?>("--pages") { HelpName = "FOLDER", Description = "Write a page for each into this folder (docs/known-bugs), with what smaller searches come to, and the list of all pages there." };
        var schedules = new Option<string>("--schedules") { HelpName = "FOLDER", Description = "With --pages: where the saved schedules are.", DefaultValueFactory = _ => Path.Combine("tests", "schedules") };
        var time = new Option<double>("--time") { Description = "With --pages: seconds for each bound, at most.", DefaultValueFactory = _ => 60 };
        CheckCommand.Require(time, seconds => seconds is > 0 and <= 86_400, "must be more than 0 and at most 86400 seconds");
        var command = new Command("bugs", "Lists the known bugs: what happened, what must find it.") { name, verify, pages, schedules, time };
        command.SetAction((parsed, stop) =>
        {
            if (parsed.GetValue(verify)) return Task.FromResult(Verify(terminal));
            IReadOnlyList<KnownBug> bugs = parsed.GetValue(name) is { Length: > 0 } names ? [.. names.Select(Named).Distinct()] : KnownBug.All;
            if (parsed.GetValue(pages) is not { } folder) return Task.FromResult(List(terminal, bugs));
            Outputs.RequireFolders(folder);
            var writing = new KnownBugPages(terminal, folder, parsed.GetValue(schedules)!, TimeSpan.FromSeconds(parsed.GetValue(time)));
            return Task.Run(() => writing.Run(bugs, stop), CancellationToken.None);
        });
        return command;
    }

    private static KnownBug Named(string name) =>
        KnownBug.TryFind(name, out var bug) ? bug : throw new UsageException($"no known bug is called “{name}”{Nearest.Ask(name, KnownBug.All.Select(known => known.Name))} (xvma bugs lists them)");

    private static int List(Terminal terminal, IReadOnlyList<KnownBug> bugs)
    {
        foreach (var bug in bugs)
        {
            terminal.Out.WriteLine($"  {bug.Name}");
            terminal.Out.WriteLine($"      {bug.Happened}");
            terminal.Out.WriteLine($"      breaks {string.Join(", ", bug.Breaks)} · scenario {bug.Scenario} · {string.Join(", ", bug.Edits.Select(edit => edit.File).Distinct())}");
        }
        if (bugs.Count > 1) terminal.Out.WriteLine($"  {bugs.Count} known bugs");
        return ExitCode.Ok;
    }

    // For the build, which knows errors by this form.
    private static int Verify(Terminal terminal)
    {
        var wrong = 0;
        foreach (var bug in KnownBug.All)
        {
            try
            {
                KnownBugCompiler.Verify(bug);
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
