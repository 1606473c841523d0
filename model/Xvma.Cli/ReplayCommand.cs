using System.CommandLine;
using System.CommandLine.Parsing;
using Braid;

namespace Xvma.Cli;

/// <summary><c>xvma replay FILE</c>: runs one recorded schedule again, shows it, and says whether it ended as recorded.</summary>
internal static class ReplayCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A schedule saved by check, of either engine." };
        var full = new Option<bool>("--full") { Description = "Show every step." };
        var ascii = new Option<bool>("--ascii") { Description = "Show it in plain characters." };
        var format = new Option<ReplayFormat>("--format")
        {
            HelpName = "FORMAT",
            Description = "columns; mermaid: a sequence diagram; perfetto: trace events, for ui.perfetto.dev; sarif; json.",
            CustomParser = ParseFormat,
        };
        var output = new Option<string?>("--output") { HelpName = "PATH", Description = "Write it there." };
        var step = new Option<bool>("--step") { Description = "Walk through the recorded states, forward and backward; h there says how." };
        var breakAt = new Option<int?>("--break") { HelpName = "STEP", Description = "Wait for a debugger, and stop in it before this step is performed, in the code that performs it." };
        var test = new Option<string?>("--test") { HelpName = "PATH", Description = "Write an xunit test that replays it, to be debugged in any IDE." };
        var nearest = new Option<bool>("--nearest") { Description = "When it is not reproduced, look for the nearest schedule that fails as it did, and save that." };
        var budget = new Option<int>("--budget") { Description = "Schedules to try for --nearest, at most.", DefaultValueFactory = _ => 10_000 };
        var save = new Option<string?>("--save") { HelpName = "PATH", Description = "Where --nearest saves what it finds; without it artifacts/schedules/NAME.nearest.json." };
        budget.Validators.Add(result => AtLeastOne(result, budget));
        breakAt.Validators.Add(result => AtLeastOne(result, breakAt));

        var coyote = new CoyoteReplayArguments();

        var command = new Command("replay", "Replays a saved schedule and shows it.") { file, full, ascii, format, output, step, breakAt, test, nearest, budget, save };
        coyote.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            var layout = new DisplayOptions
            {
                Width = terminal.Width,
                Detail = parsed.GetValue(full) ? DisplayDetail.Full : DisplayDetail.Brief,
                Characters = parsed.GetValue(ascii) ? DisplayCharacters.Ascii : DisplayCharacters.Unicode,
            };
            var request = new ReplayRequest(parsed.GetRequiredValue(file), layout)
            {
                Format = parsed.GetValue(format),
                Output = parsed.GetValue(output),
                IsStepped = parsed.GetValue(step),
                BreakAt = parsed.GetValue(breakAt),
                Test = parsed.GetValue(test),
                IsNearest = parsed.GetValue(nearest),
                Budget = parsed.GetValue(budget),
                Save = parsed.GetValue(save),
                Coyote = coyote.Read(parsed),
            };
            if (request.Flaw is { } flaw) throw new UsageException(flaw);
            return Task.FromResult(new Replaying(terminal, request).Run(stop));
        });
        return command;
    }

    private static void AtLeastOne<T>(OptionResult result, Option<T> option)
    {
        try
        {
            if (result.GetValueOrDefault<T>() is int and < 1) result.AddError($"{option.Name} must be at least 1");
        }
        catch (InvalidOperationException)
        {
            // It is no number at all, which the parser says itself.
        }
    }

    private static ReplayFormat ParseFormat(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (text.All(char.IsAsciiLetterLower) && Enum.TryParse<ReplayFormat>(text, ignoreCase: true, out var format)) return format;
        argument.AddError($"--format “{text}” is none of {string.Join(", ", Enum.GetNames<ReplayFormat>().Select(name => name.ToLowerInvariant()))}");
        return default;
    }
}
