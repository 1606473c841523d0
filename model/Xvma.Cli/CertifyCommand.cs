using System.CommandLine;

namespace Xvma.Cli;

/// <summary><c>xvma certify FILE|FOLDER</c>: finds out by another algorithm whether certificates are true.</summary>
internal static class CertifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("FILE|FOLDER") { Description = "A certificate of `xvma check --certificates`, or a folder of them." };
        var time = new Option<double>("--time") { Description = "Seconds for each certificate, at most.", DefaultValueFactory = _ => 60 };
        var command = new Command("certify", "Checks certificates of exhaustive runs by an independent enumeration.") { path, time };
        CheckCommand.Require(time, seconds => seconds is > 0 and <= 86_400, "must be more than 0 and at most 86400 seconds");
        command.SetAction((parsed, stop) => Task.Run(
            () => new Certify(terminal, TimeSpan.FromSeconds(parsed.GetValue(time))).Run(parsed.GetRequiredValue(path), stop), CancellationToken.None));
        return command;
    }
}
