using System.CommandLine;
using Tenet.Export;
using Xvma.Spec.Formal;

namespace Xvma.Cli;

/// <summary><c>xvma export</c>: the specification for the tools of others.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var tla = new Option<string>("--tla") { HelpName = "FILE", Required = true, Description = "Writes the specification as a TLA+ module; the file gives the module its name." };
        var command = new Command("export", "Writes the specification for the tools of others.") { tla };
        command.SetAction(parsed => Export(terminal, parsed.GetRequiredValue(tla)));
        return command;
    }

    private static int Export(Terminal terminal, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (!TlaModule.IsName(name)) throw new UsageException($"“{name}” cannot name a TLA+ module; name the file like {TlaModule.NameOf(XvmaTheory.Theory)}.tla");
        var module = TlaModule.Of(XvmaTheory.Theory, name);
        Outputs.RequireFiles(file);
        Replaying.Write(terminal, file, module);
        var theory = XvmaTheory.Theory;
        terminal.Out.WriteLine($"  {file}: module {name}, {theory.Actions.Length} actions, {theory.Properties.Length} properties, {module.Count(letter => letter == '\n')} lines");
        return ExitCode.Ok;
    }
}
