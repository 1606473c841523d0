using System.CommandLine;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary><c>xvma pairs</c>: every two operations that can meet, under every schedule.</summary>
internal static class PairsCommand
{
    public static Command Create(Terminal terminal)
    {
        var operation = new Option<string[]>("--operation") { Description = "Only pairs with this operation; may be given more than once." };
        var time = new Option<double>("--time") { Description = "Seconds for everything together, at most.", DefaultValueFactory = _ => 600 };
        var page = new Option<string?>("--page") { HelpName = "FILE", Description = "Write the matrix to this file as a page (docs/pairs.md)." };
        var folder = new Option<string>("--save") { Description = "Folder for schedules that fail.", DefaultValueFactory = _ => Path.Combine("artifacts", "schedules") };
        CheckCommand.Require(time, seconds => seconds is > 0 and <= 86_400, "must be more than 0 and at most 86400 seconds");

        var command = new Command("pairs", "Explores every pair of operations that can meet, each step held against the specification.") { operation, time, page, folder };
        command.SetAction((parsed, stop) =>
        {
            var names = parsed.GetValue(operation) is { Length: > 0 } given ? given : null;
            if (names?.FirstOrDefault(name => PairCatalogue.Operations.All(known => known.Name != name)) is { } unknown)
                throw new UsageException($"no operation is called “{unknown}”{Nearest.Ask(unknown, PairCatalogue.Operations.Select(known => known.Name))} (there are {string.Join(", ", PairCatalogue.Operations)})");
            if (names is not null && parsed.GetValue(page) is not null)
                throw new UsageException("--page is of all pairs: leave --operation out");
            var options = new CheckOptions { Folder = parsed.GetValue(folder)!, Time = TimeSpan.FromSeconds(parsed.GetValue(time)), Workers = 1 };
            Outputs.RequireFiles(parsed.GetValue(page));
            Outputs.RequireFolders(options.Folder);
            var pairs = PairCatalogue.All.Where(pair => names is null || names.Contains(pair.First.Name) || names.Contains(pair.Second.Name));
            return Task.Run(() => new PairsCheck(terminal, options, [.. pairs], parsed.GetValue(page)).Run(stop), CancellationToken.None);
        });
        return command;
    }
}
