using System.Diagnostics;
using Braid;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary>One run of <c>xvma pairs</c>.</summary>
internal sealed class PairsCheck(Terminal terminal, CheckOptions options, IReadOnlyList<Pair> pairs, string? path)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly BraidRunner braid = new(terminal with { Error = TextWriter.Null, IsInteractive = false }, options);

    /// <summary>Runs it; prints the matrix, failures and one last line; returns the exit code.</summary>
    public int Run(CancellationToken stop)
    {
        var done = 0;
        var results = Progress.Watch(terminal, "pairs", told => pairs
            .AsParallel().AsOrdered().WithDegreeOfParallelism(Environment.ProcessorCount)
            .Select(pair =>
            {
                var result = Explore(pair, stop);
                told.Report($"{Progress.Bar(Interlocked.Increment(ref done), pairs.Count)} {pair.Name}");
                return result;
            })
            .ToList());

        var matrix = PairMatrix.Of([.. results.Select(result => result.Row)], pairs);
        terminal.Out.Write(matrix.Text);
        foreach (var (_, page) in results.Where(result => result.Page is not null)) terminal.Out.WriteLine($"\n{page!.TrimEnd()}");
        if (path is not null) Replaying.Write(terminal, path, matrix.Page);
        var code = results.Select(result => result.Row.ExitCode).FirstOrDefault(code => code is not (ExitCode.Ok or ExitCode.Inconclusive), matrix.Open == 0 ? ExitCode.Ok : ExitCode.Inconclusive);
        terminal.Out.WriteLine($"\n  {matrix.Summary} · {TextTable.Seconds(clock.Elapsed)}");
        terminal.Out.WriteLine(code switch
        {
            ExitCode.Ok => "  verdict: nothing found in these pairs, on this ground, under sequential consistency",
            ExitCode.Inconclusive => "  verdict: inconclusive: not every pair was covered; give it more --time",
            _ => "  verdict: a bug was found",
        });
        return code;
    }

    private (ScenarioRow Row, string? Page) Explore(Pair pair, CancellationToken stop)
    {
        var limit = options.Time - clock.Elapsed;
        if (limit <= TimeSpan.Zero || stop.IsCancellationRequested) return (new(pair.Name, "Braid", 0, null, "inconclusive", "", 0, ExitCode.Inconclusive), null);
        var row = braid.Check(pair.Scenario, MemoryModel.SequentialConsistency, limit, stop, out var page);
        return (row, page);
    }
}
