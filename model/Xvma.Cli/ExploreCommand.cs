using System.CommandLine;
using Xvma.Model.Instances;

namespace Xvma.Cli;

/// <summary><c>xvma explore</c>: every reachable state of finite instances of the specification, and that the weakened ones are found out.</summary>
internal static class ExploreCommand
{
    public static Command Create(Terminal terminal)
    {
        var instance = new Option<string[]>("--instance") { Description = "Only this instance; may be given more than once." };
        var large = new Option<bool>("--large") { Description = "The large instances too." };
        var list = new Option<bool>("--list") { Description = "Only list the instances." };
        var workers = new Option<int>("--workers") { Description = "Workers; 0 is one a core." };
        var memory = new Option<int>("--memory") { Description = "MiB for the states of one instance, at most.", DefaultValueFactory = _ => 4096 };
        var plain = new Option<bool>("--no-symmetry") { Description = "Visit states that differ in the names of elements only each for itself." };
        var checkpoint = new Option<string?>("--checkpoint") { Description = "Save the search of one instance to this file now and then." };
        var resume = new Option<bool>("--resume") { Description = "Go on from the checkpoint." };
        var itf = new Option<string?>("--itf") { Description = "Write the counterexample of one instance to this file, in Apalache's Informal Trace Format." };
        var promela = new Option<string?>("--promela") { Description = "Write one instance to this file as Promela for SPIN, and do not explore it." };
        workers.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var count) || count is < 0 or > 256)) result.AddError("--workers must be from 0 to 256");
        });
        memory.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var size) || size < 16)) result.AddError("--memory must be at least 16 MiB");
        });

        var command = new Command("explore", "Visits every reachable state of finite instances of the specification.")
        {
            instance, large, list, workers, memory, plain, checkpoint, resume, itf, promela,
        };
        command.SetAction((parsed, stop) =>
        {
            var options = new ExploreOptions
            {
                Instances = parsed.GetValue(instance) is { Length: > 0 } names ? names : null,
                IsLarge = parsed.GetValue(large),
                Workers = parsed.GetValue(workers),
                MemoryMiB = parsed.GetValue(memory),
                UsesSymmetry = !parsed.GetValue(plain),
                Checkpoint = parsed.GetValue(checkpoint),
                Resumes = parsed.GetValue(resume),
                Itf = parsed.GetValue(itf),
                Promela = parsed.GetValue(promela),
            };
            var chosen = options.Choose();
            if (parsed.GetValue(list)) return Task.FromResult(List(terminal));
            Outputs.RequireFiles(options.Checkpoint, options.Itf, options.Promela);
            return Task.Run(() => new Explore(terminal, options, chosen).Run(stop), CancellationToken.None);
        });
        return command;
    }

    private static int List(Terminal terminal)
    {
        var table = new TextTable(terminal.Out, ("instance", 24), ("expected", 18), ("states", -12), ("orbits", -12), ("depth", -6), ("", 0));
        foreach (var instance in InstanceCatalogue.All)
        {
            table.Row(
                instance.Name, instance.Expected is { } expected ? Explore.Said(expected) : "–", TextTable.Count(instance.Expected?.States),
                TextTable.Count(instance.Expected?.Orbits), TextTable.Count(instance.Expected?.Depth), instance.IsLarge ? $"{instance.Purpose} (large)" : instance.Purpose);
        }

        terminal.Out.WriteLine($"  {InstanceCatalogue.All.Count} instances");
        return ExitCode.Ok;
    }
}
