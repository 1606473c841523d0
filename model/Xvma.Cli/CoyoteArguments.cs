using System.CommandLine;
using System.CommandLine.Parsing;
using Xvma.Model.Coyote;

namespace Xvma.Cli;

/// <summary>The options of <c>xvma check</c> that are for Microsoft Coyote.</summary>
internal sealed class CoyoteArguments
{
    private readonly Option<(CoyoteStrategy, uint?)[]> strategies = new("--coyote-strategy")
    {
        Description = $"{string.Join(", ", CoyoteStrategies.ByName.Keys)}; with :NUMBER for the priority changes or delays of a schedule. May be given more than once; each gets its share.",
        CustomParser = Parse,
        HelpName = "NAME[:NUMBER]",
    };

    private readonly Option<uint?> steps = new("--coyote-steps") { Description = "Scheduling steps of one schedule of Coyote, at most; without it 10,000. A tenth of it where the strategy is not fair." };

    private readonly Option<uint?> temperature = new("--coyote-temperature")
    {
        Description = "Steps for which something may be under way (a monitor hot) before that is a liveness bug; without it half of --coyote-steps.",
    };

    private readonly Option<double?> hang = new("--coyote-hang") { Description = "Seconds without any step after which a schedule of Coyote counts as hung; without it 30." };

    private readonly Option<bool> partialOrder = new("--coyote-partial-order") { Description = "Let Coyote sample partial orders, in addition to the strategy." };

    private readonly Option<bool> coverage = new("--coyote-coverage") { Description = "Write down which events of which actors and monitors Coyote met, as text and as a graph (DGML)." };

    private readonly Option<string?> folder = new("--coyote-reports") { Description = "Folder for Coyote's reports, traces and graphs; without it artifacts/coyote." };

    public CoyoteArguments()
    {
        steps.Validators.Add(result => Hold(result, steps, count => count is >= 10 and <= 10_000_000, "must be from 10 to 10000000"));
        temperature.Validators.Add(result => Hold(result, temperature, count => count is >= 1 and <= 10_000_000, "must be from 1 to 10000000"));
        hang.Validators.Add(result => Hold(result, hang, seconds => seconds is >= 0.1 and <= 3_600, "must be from 0.1 to 3600 seconds"));
    }

    private IReadOnlyList<Option> All => [strategies, steps, temperature, hang, partialOrder, coverage, folder];

    public void AddTo(Command command)
    {
        foreach (var option in All) command.Options.Add(option);
    }

    /// <exception cref="UsageException">One is given, and Coyote is not asked.</exception>
    public CoyoteSettings Read(ParseResult parsed, EngineChoice engine)
    {
        if (engine == EngineChoice.Braid && All.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } useless)
            throw new UsageException($"{useless.Name} is for Coyote, which --engine braid leaves out");
        var defaults = new CoyoteSettings();
        return new()
        {
            Strategies = parsed.GetValue(strategies) is { Length: > 0 } named ? named : defaults.Strategies,
            Options = new()
            {
                MaxStepsPerIteration = parsed.GetValue(steps) ?? defaults.Options.MaxStepsPerIteration,
                LivenessTemperature = parsed.GetValue(temperature),
                HangTimeout = parsed.GetValue(hang) is { } seconds ? TimeSpan.FromSeconds(seconds) : defaults.Options.HangTimeout,
                IsPartialOrderSampled = parsed.GetValue(partialOrder),
            },
            IsCoverageWritten = parsed.GetValue(coverage),
            Folder = parsed.GetValue(folder) ?? defaults.Folder,
        };
    }

    private static (CoyoteStrategy, uint?)[] Parse(ArgumentResult argument)
    {
        var chosen = new List<(CoyoteStrategy, uint?)>();
        foreach (var text in argument.Tokens.Select(token => token.Value))
        {
            if (CoyoteStrategies.TryParse(text, out var strategy, out var value)) chosen.Add((strategy, value));
            else argument.AddError($"--coyote-strategy “{text}” is none of {string.Join(", ", CoyoteStrategies.ByName.Keys)}, with a number from 1 to {CoyoteStrategies.MaxValue} where the strategy has one");
        }
        return [.. chosen];
    }

    private static void Hold<T>(OptionResult result, Option<T?> option, Func<T, bool> isRight, string otherwise)
        where T : struct
    {
        try
        {
            if (result.GetValue(option) is { } value && !isRight(value)) result.AddError($"{option.Name} {otherwise}");
        }
        catch (InvalidOperationException)
        {
            // It is no number at all, which the parser says itself.
        }
    }
}
