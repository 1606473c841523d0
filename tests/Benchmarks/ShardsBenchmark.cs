using System.Globalization;
using System.Text;
using Braid;
using Braid.Tests;
using Xvma.Model;

namespace Benchmarks;

/// <summary>How evenly shards share the work, and how much more they do together than one search.</summary>
internal static class ShardsBenchmark
{
    private static readonly int[] Counts = [1, 2, 4, 8];

    public static void Run()
    {
        var report = new StringBuilder();
        report.AppendLine("# Shards").AppendLine();
        report.AppendLine("Schedules of each shard; one worker. Executions: of all shards together, which are those of one search. Begun in vain: by all shards together.").AppendLine();
        report.AppendLine("| program | one search | shards | schedules of each | most / mean | executions | begun in vain |");
        report.AppendLine("|---|---|---|---|---|---|---|");
        (string Name, Func<Braid.Program> Program)[] programs =
        [
            ("LastZero(12)", Litmus.Named(nameof(Litmus.LastZero), 12)),
            ("RacyIncrement(5)", Litmus.Named(nameof(Litmus.RacyIncrement), 5)),
            ("Indexer(15)", Litmus.Named(nameof(Litmus.Indexer), 15)),
            ("owner's exit against attach", ScenarioProgram.Factory("owner's exit against attach", theory: null)),
            ("steal and unmap against fault", ScenarioProgram.Factory("steal and unmap against fault", theory: null)),
        ];
        foreach (var (name, program) in programs) Measure(report, name, program);
        Results.Write("shards", report.ToString());
    }

    private static void Measure(StringBuilder report, string name, Func<Braid.Program> program)
    {
        ExplorerOptions options = new() { Workers = 1 };
        var whole = Explorer.Run(program, options);
        foreach (var count in Counts)
        {
            var shards = Enumerable.Range(1, count).Select(number => ShardExplorer.Run(program, options, new(number, count)).Progress).ToList();
            var schedules = shards.Select(shard => shard.Schedules).ToList();
            var executions = shards.Sum(shard => shard.Coverage.Complete);
            var same = executions == whole.Traces ? "the same" : "DIFFERENT";
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {name} | {whole.Schedules:N0} | {count} | {string.Join(" ", schedules.Select(each => each.ToString("N0", CultureInfo.InvariantCulture)))} | {schedules.Max() / schedules.Average():F2} | {executions:N0}, {same} | {shards.Sum(shard => shard.Blocked):N0} |");
        }
    }
}
