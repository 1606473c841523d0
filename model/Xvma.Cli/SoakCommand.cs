using System.CommandLine;
using System.Globalization;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary><c>xvma soak</c>: random operations on real threads for long, the invariants checked at rests.</summary>
internal static class SoakCommand
{
    public static Command Create(Terminal terminal)
    {
        var operations = new Option<long>("--operations") { Description = "How many, of all threads together.", DefaultValueFactory = _ => 10_000_000 };
        var threads = new Option<int>("--threads") { Description = $"1 to {SoakOptions.MaxThreads}; 0 is one a core." };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the choices; which thread comes first is the machine's affair.", DefaultValueFactory = _ => 1 };
        CheckCommand.Require(operations, count => count is >= 1 and <= 1_000_000_000_000, "must be from 1 to 1000000000000");
        CheckCommand.Require(threads, count => count is >= 0 and <= SoakOptions.MaxThreads, $"must be from 0 to {SoakOptions.MaxThreads}");
        var command = new Command("soak", "Runs random operations on the production library on real threads, and checks the invariants at rests.") { operations, threads, seed };
        command.SetAction((parsed, stop) => Task.Run(
            () =>
            {
                var options = new SoakOptions { Operations = parsed.GetValue(operations), Seed = parsed.GetValue(seed) };
                if (parsed.GetValue(threads) is > 0 and var given) options = options with { Threads = given };
                return Run(terminal, options, stop);
            },
            CancellationToken.None));
        return command;
    }

    private static int Run(Terminal terminal, SoakOptions options, CancellationToken stop)
    {
        var report = Progress.Watch(terminal, "soak", told =>
            Soak.Run(options, new Told<long>(done => told.Report($"{TextTable.Count(done)} of {TextTable.Count(options.Operations)} operations")), stop));
        var rate = (report.Operations / report.Elapsed.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture);
        terminal.Out.WriteLine(
            $"  {TextTable.Count(report.Operations)} operations on {TextTable.Counted(options.Threads, "thread")}, {TextTable.Count(report.Done)} of them neither refused nor faulted · "
            + $"{TextTable.Count(report.Tasks)} tasks · {TextTable.Count(report.Received)} messages received · a partition failed and returned {TextTable.Counted((int)report.Returns, "time")} · invariants checked at {TextTable.Counted(report.Rests, "rest")} · seed {options.Seed} · {TextTable.Seconds(report.Elapsed)}, {rate} a second");
        if (report.Violation is { } wrong)
        {
            terminal.Out.WriteLine($"  verdict: a bug was found: {wrong}");
            return ExitCode.Safety;
        }

        var isWhole = report.Operations >= options.Operations;
        terminal.Out.WriteLine(isWhole
            ? "  verdict: nothing found, and nothing left when all tasks had ended; a soak samples and covers nothing"
            : "  verdict: inconclusive: stopped before the end");
        return isWhole ? ExitCode.Ok : ExitCode.Inconclusive;
    }
}
