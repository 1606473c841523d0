using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Braid;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary><c>xvma check</c>: every scenario over the production library, then every known bug, which must be found.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var scenario = new Option<string[]>("--scenario") { Description = "Only this scenario, and its known bugs; may be given more than once." };
        var bug = new Option<string[]>("--bug") { Description = "Only this known bug; may be given more than once." };
        var engine = new Option<EngineChoice>("--engine") 
        {
            Description = "braid, coyote or both.",
            CustomParser = ParseEngine,
            DefaultValueFactory = _ => EngineChoice.Both,
        };
        var time = new Option<double>("--time") { Description = "Seconds for everything together, at most.", DefaultValueFactory = _ => 480 };
        var schedules = new Option<long?>("--schedules") { Description = "Schedules for each scenario or bug, at most." };
        var preemptions = new Option<int?>("--preemptions") { Description = "Only schedules with at most so many preemptions; for Braid." };
        var iterative = new Option<bool>("--iterative")
        {
            Description = "Bounds of 0, 1, 2, … preemptions one after the other, each covered before the next, up to --preemptions; without that, until the bound is no hindrance. For Braid's exhaustive search.",
        };
        var unbounded = new Option<bool>("--unbounded") { Description = "Lift the bound on preemptions that some scenarios set themselves; takes minutes." };
        var memory = new Option<MemoryChoice>("--memory")
        {
            Description = "sc, tso or both: sequential consistency, total store order (x86), one after the other; for Braid. Without it: sc, and tso too where that does not take minutes.",
            CustomParser = ParseMemory,
            DefaultValueFactory = _ => MemoryChoice.Usual,
        };
        var most = new Option<int?>("--max-memory") { HelpName = "MiB", Description = "How much a search may keep, at most: the managed heap of the process; for Braid. Without it: three quarters of what there is." };
        var workers = new Option<int>("--workers") { Description = "Workers; 0 is one a core." };
        var seed = new Option<ulong>("--seed") { Description = "Seed of everything that is sampled.", DefaultValueFactory = _ => 1 };
        var strategy = new Option<Strategy>("--strategy")
        {
            Description = "exhaustive, or the same more slowly by source-sets or sleep-sets; or, to sample: portfolio (several in turn), pos, pct:DEPTH (3 and 10 are usual), urw, surw, random; or fair, to look for what goes on for ever; for Braid.",
            CustomParser = ParseStrategy,
            DefaultValueFactory = _ => Strategy.Exhaustive,
        };
        var total = new Option<long?>("--total") { Description = "How many executions the scenario has, where an exhaustive search has told: sampling then says which share it has seen." };
        var noOracle = new Option<bool>("--no-oracle") { Description = "Do not hold every step against the specification; for Braid." };
        var json = new Option<string?>("--json") { Description = "Write the report to this file as JSON." };
        var junit = new Option<string?>("--junit") { HelpName = "FILE", Description = "Write the report to this file as JUnit XML." };
        var sarif = new Option<string?>("--sarif") { HelpName = "FILE", Description = "Write the findings to this file as SARIF 2.1.0." };
        var folder = new Option<string>("--save") { Description = "Folder for schedules that fail.", DefaultValueFactory = _ => Path.Combine("artifacts", "schedules") };
        var certificates = new Option<string?>("--certificates") { Description = "Folder for a certificate of each scenario that Braid exhausts; see `xvma certify`." };
        var shard = new Option<Shard?>("--shard")
        {
            Description = "i/n: only the i-th of n parts of every scenario, by Braid alone; `xvma merge` puts the reports together.",
            CustomParser = ParseShard,
        };
        var report = new Option<string?>("--report") { Description = "Write what a shard explored to this file." };
        var checkpoint = new Option<string?>("--checkpoint") { Description = "Keep what has been explored so far in this file, to go on from." };
        var resume = new Option<string?>("--resume") { Description = "Go on from a file of --checkpoint or --report." };
        Require(time, seconds => seconds is > 0 and <= 86_400, "must be more than 0 and at most 86400 seconds");
        Require(schedules, count => count is null or > 0, "must be at least 1");
        Require(total, count => count is null or > 0, "must be at least 1");
        Require(most, count => count is null or >= 1, "must be at least 1 MiB");
        Require(preemptions, count => count is null or >= 0, "must be at least 0");
        Require(workers, count => count is >= 0 and <= 256, "must be from 0 to 256");

        var command = new Command("check", "Checks the scenarios, and that the known bugs are found.")
        {
            scenario, bug, engine, time, schedules, preemptions, iterative, unbounded, memory, most, workers, seed, strategy, total, noOracle, json, junit, sarif, folder,
            certificates, shard, report, checkpoint, resume,
        };
        var coyote = new CoyoteArguments();
        coyote.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            var options = Select(new()
            {
                Scenarios = parsed.GetValue(scenario) is { Length: > 0 } scenarios ? scenarios : null,
                Bugs = parsed.GetValue(bug) is { Length: > 0 } bugs ? bugs : null,
                Engine = parsed.GetValue(engine),
                Coyote = coyote.Read(parsed, parsed.GetValue(engine)),
                Time = TimeSpan.FromSeconds(parsed.GetValue(time)),
                Schedules = parsed.GetValue(schedules),
                Preemptions = parsed.GetValue(preemptions),
                IsIterative = parsed.GetValue(iterative),
                IsUnbounded = parsed.GetValue(unbounded),
                Memory = parsed.GetValue(memory),
                MaxMemory = parsed.GetValue(most) is { } size ? (long)size << 20 : CheckOptions.UsualMemory,
                Workers = parsed.GetValue(workers),
                Seed = parsed.GetValue(seed),
                Strategy = parsed.GetValue(strategy)!,
                Total = parsed.GetValue(total),
                IsWithoutOracle = parsed.GetValue(noOracle),
                Json = parsed.GetValue(json),
                Junit = parsed.GetValue(junit),
                Sarif = parsed.GetValue(sarif),
                Folder = parsed.GetValue(folder)!,
                Certificates = parsed.GetValue(certificates),
                Shards = ShardsOf(parsed.GetValue(shard), parsed.GetValue(report), parsed.GetValue(checkpoint), parsed.GetValue(resume)),
            });
            Outputs.RequireFiles(options.Json, options.Junit, options.Sarif, options.Shards?.Report, options.Shards?.Checkpoint);
            Outputs.RequireFolders(options.Certificates, options.Folder);
            return Task.Run(
                () =>
                {
                    if (options.Shards is { } parts) return new ShardCheck(terminal, options, parts).Run(stop);
                    using var check = new Check(terminal, options);
                    return check.Run(stop);
                },
                CancellationToken.None);
        });
        return command;
    }

    /// <summary>What is to be checked, by name: one scenario means its known bugs too, one bug means no scenario.</summary>
    internal static CheckOptions Select(CheckOptions options)
    {
        if (options.Scenarios?.FirstOrDefault(name => !ScenarioCatalogue.TryFind(name, out _)) is { } scenario)
            throw new UsageException($"no scenario is called “{scenario}”{Nearest.Ask(scenario, ScenarioCatalogue.All.Select(known => known.Name))} (xvma scenarios lists them)");
        if (options.Bugs?.FirstOrDefault(name => !KnownBug.TryFind(name, out _)) is { } bug)
            throw new UsageException($"no known bug is called “{bug}”{Nearest.Ask(bug, KnownBug.All.Select(known => known.Name))} (xvma bugs lists them)");
        if (options.Total is not null && (options.Scenarios is not { Count: 1 } || options.Memory is not (MemoryChoice.Sc or MemoryChoice.Tso)))
            throw new UsageException("--total is the number of executions of one scenario under one memory model: give --scenario, and --memory sc or tso");
        if (options.IsIterative && options.Strategy.IsSampling)
            throw new UsageException($"--iterative is for an exhaustive search; --strategy {options.Strategy} draws schedules: leave one of them out");
        if (options.Shards is not null && (options.Engine == EngineChoice.Coyote || options.Strategy.IsSampling || options.Schedules is not null))
            throw new UsageException("--shard, --report, --checkpoint and --resume are for exhaustive searches by Braid: not with --engine coyote, --schedules or a sampling --strategy");
        if (options.Shards is not null && (options.Json ?? options.Junit ?? options.Sarif) is not null)
            throw new UsageException("a shard writes its --report, and no --json, --junit or --sarif");
        if (options.Shards is not null && options.IsIterative) throw new UsageException("--iterative goes through bounds one after the other: not with --shard, --report, --checkpoint or --resume");
        if (options.Shards is not null && options.Certificates is not null) throw new UsageException("certificates are of all shards together: give --certificates to `xvma merge`");
        if (options.Scenarios is { } only && options.Bugs is null)
            options = options with { Bugs = [.. KnownBug.All.Where(bug => only.Contains(bug.Scenario, StringComparer.OrdinalIgnoreCase)).Select(bug => bug.Name)] };
        else if (options.Bugs is not null && options.Scenarios is null)
            options = options with { Scenarios = [] };
        return options.Strategy == Strategy.FairWalk ? Fair(options) : options;
    }

    /// <summary>Fair schedules are sequentially consistent ones without a bound, and so are the bugs that they can show.</summary>
    private static CheckOptions Fair(CheckOptions options)
    {
        if (options.Memory is MemoryChoice.Tso or MemoryChoice.Both || options.Preemptions is not null)
            throw new UsageException("--strategy fair knows sequential consistency only, and no bound on preemptions: leave --memory tso and --preemptions out");
        var bugs = options.Bugs ?? [.. KnownBug.All.Select(bug => bug.Name)];
        return options with
        {
            Memory = MemoryChoice.Sc,
            IsUnbounded = true,
            Bugs = [.. bugs.Where(name => KnownBug.TryFind(name, out var bug) && bug.Memory == MemoryModel.SequentialConsistency)],
        };
    }

    internal static void Require<T>(Option<T> option, Func<T?, bool> isRight, string otherwise) => option.Validators.Add(result =>
    {
        try
        {
            if (!isRight(result.GetValueOrDefault<T>())) result.AddError($"{option.Name} {otherwise}");
        }
        catch (InvalidOperationException)
        {
            // It is no value of the type at all, which the parser says itself.
        }
    });

    private static EngineChoice ParseEngine(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (!text.All(char.IsAsciiDigit) && Enum.TryParse<EngineChoice>(text, ignoreCase: true, out var engine)) return engine;
        argument.AddError($"--engine “{text}” is none of braid, coyote, both");
        return default;
    }

    private static ShardOptions? ShardsOf(Shard? shard, string? report, string? checkpoint, string? resume) =>
        shard is null && (report ?? checkpoint ?? resume) is null ? null
            : new() { Shard = shard ?? Shard.Whole, Report = report, Checkpoint = checkpoint, Resume = resume };

    private static Shard? ParseShard(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Shard.TryParse(text, out var shard)) return shard;
        argument.AddError($"--shard “{text}” is not i/n, a number from 1 to n of at most {Shard.MaxCount}");
        return null;
    }

    private static MemoryChoice ParseMemory(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        switch (text)
        {
            case "sc": return MemoryChoice.Sc;
            case "tso": return MemoryChoice.Tso;
            case "both": return MemoryChoice.Both;
        }
        argument.AddError($"--memory “{text}” is none of sc, tso, both");
        return default;
    }

    private static Strategy? ParseStrategy(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        switch (text)
        {
            case "exhaustive": return Strategy.Exhaustive;
            case "source-sets": return Strategy.SourceSets;
            case "sleep-sets": return Strategy.SleepSets;
            case "portfolio": return Strategy.Portfolio;
            case "pos": return Strategy.PartialOrder;
            case "urw": return Strategy.Uniform;
            case "surw": return Strategy.SelectivelyUniform;
            case "random": return Strategy.RandomWalk;
            case "fair": return Strategy.FairWalk;
        }
        if (text.StartsWith("pct:", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var depth) && depth is >= 1 and <= 100)
            return Strategy.Pct(depth);
        argument.AddError($"--strategy “{text}” is none of exhaustive, source-sets, sleep-sets, portfolio, pos, pct:1 to pct:100, urw, surw, random, fair");
        return null;
    }
}
