using System.Diagnostics;
using System.Globalization;
using Tenet.Explore;

namespace Xvma.Cli;

/// <summary>One run of <c>xvma explore</c>.</summary>
internal sealed class Explore(Terminal terminal, ExploreOptions options, IReadOnlyList<Instance> instances)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<ExplorationResult> results = [];

    /// <summary>Runs it; prints a table, counterexamples and one last line; returns the exit code.</summary>
    public int Run(CancellationToken stop)
    {
        if (options.Promela is { } path) return Export(instances[0], path);
        var table = new TextTable(
            terminal.Out, ("instance", 24), ("states", -12), ("depth", -6), ("verdict", 32), ("as expected", 12), ("time", -7), ("states/s", -10), ("bytes", -6), ("", 0));
        foreach (var instance in instances)
        {
            if (stop.IsCancellationRequested) break;
            var result = ExploreOne(instance, stop);
            results.Add(result);
            table.Row(
                instance.Name, TextTable.Count(result.States), TextTable.Count(result.Depth), Verdict(result), Compared(result), TextTable.Seconds(result.Elapsed),
                TextTable.Count((long)result.StatesPerSecond), ((double)result.Bytes / result.States).ToString("F0", CultureInfo.InvariantCulture), instance.Purpose);
        }

        terminal.Out.WriteLine();
        foreach (var result in results) Tell(result);
        if (options.Itf is { } file) WriteTrace(file);
        var code = Judge(stop);
        Summarise(code);
        return code;
    }

    /// <summary>What is expected, in a few words.</summary>
    internal static string Said(Expectation expected) => expected.Verdict.InWords();

    private ExplorationResult ExploreOne(Instance instance, CancellationToken stop)
    {
        try
        {
            return Progress.Watch(terminal, instance.Name, told => Explorer.Explore(
                instance,
                new()
                {
                    Workers = options.Workers,
                    MemoryMiB = options.MemoryMiB,
                    UsesSymmetry = options.UsesSymmetry && !instance.HasResponses,
                    Checkpoint = options.Checkpoint,
                    Resumes = options.Resumes,
                    Progress = new Told<ExplorationProgress>(progress => told.Report(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{progress.States:N0} states, {progress.StatesPerSecond:N0} a second, depth {progress.Depth}, {progress.Queue:N0} to do, {progress.Elapsed.TotalSeconds:F0} s"))),
                },
                stop));
        }
        catch (CheckpointException damaged)
        {
            throw new UsageException(damaged.Message);
        }
    }

    private static string Verdict(ExplorationResult result)
    {
        var verdict = result.Verdict.InWords() + (result.IsReduced ? ", with symmetry" : "");
        return result.Violation?.Rule is { } rule ? $"violated: {rule.Clauses[0]}" : result.Reason.Length > 0 ? $"{verdict}: {result.Reason}" : verdict;
    }

    private static string Compared(ExplorationResult result) => result.Instance.Expected is null ? "–" : result.IsAsExpected ? "yes" : "no";

    // Expected counterexamples are shown when asked for by name.
    private void Tell(ExplorationResult result)
    {
        foreach (var difference in result.Instance.Expected?.Differences(result) ?? []) terminal.Out.WriteLine($"  {result.Instance.Name}: {difference}");
        var isAsked = options.Instances is not null;
        if (result.Violation is { } violation && (isAsked || !result.IsAsExpected || result.Instance.Expected is null))
            terminal.Out.WriteLine($"  {result.Instance.Name}: {result.Verdict.InWords()} after {violation.Steps.Length - 1} steps\n\n{CounterexampleText.Of(violation)}");
        if (!isAsked || result.Violation is not null) return;
        if (!result.Unmet.IsEmpty) terminal.Out.WriteLine($"  vacuous here, no state shows: {string.Join(", ", result.Unmet.Select(goal => goal.Title))}");
        if (!result.NeverTaken.IsEmpty) terminal.Out.WriteLine($"  never happens here: {string.Join(", ", result.NeverTaken.Select(action => action.Title))}");
        if (!result.NeverRefused.IsEmpty)
            terminal.Out.WriteLine($"  never refused here: {string.Join(", ", result.NeverRefused.Select(refusal => $"{refusal.Action.Name} ({refusal.Refusal.Error.Name})"))}");
    }

    private int Judge(CancellationToken stop)
    {
        var wrong = results.Where(result => result.Instance.Expected is null ? result.Violation is not null : !result.IsAsExpected).ToList();
        // What nobody expects is a finding; a weakened specification that is not found out, or another count, puts the explorer in doubt.
        if (wrong.FirstOrDefault(result => result.Violation is not null && result.Instance.Expected is not { Verdict: not Tenet.Explore.Verdict.Holds }) is { } found)
        {
            return found.Verdict switch
            {
                Tenet.Explore.Verdict.Deadlock => ExitCode.Deadlock,
                Tenet.Explore.Verdict.ResponseViolated => ExitCode.Liveness,
                _ => ExitCode.Safety,
            };
        }

        if (stop.IsCancellationRequested || results.Exists(result => result.Verdict == Tenet.Explore.Verdict.Inconclusive)) return ExitCode.Inconclusive;
        return wrong.Count > 0 ? ExitCode.AssumptionFailed : ExitCode.Ok;
    }

    private void Summarise(int code)
    {
        var states = results.Sum(result => result.States);
        terminal.Out.WriteLine(
            $"  {TextTable.Counted(results.Count, "instance")}: {results.Count(result => result.Instance.Expected is not null && result.IsAsExpected)} as expected, "
            + $"{results.Count(result => result.Verdict == Tenet.Explore.Verdict.Inconclusive)} inconclusive · {TextTable.Count(states)} states · "
            + $"{TextTable.Seconds(clock.Elapsed)} · {(options.Workers == 0 ? Environment.ProcessorCount : options.Workers)} workers · exit {code}");
    }

    private int Export(Instance instance, string path)
    {
        Replaying.Write(terminal, path, PromelaText.Of(instance));
        terminal.Out.WriteLine($"  {instance.Name} written to {path}: spin -a {Path.GetFileName(path)}; gcc -O2 -DSAFETY -DBFS -o pan pan.c; ./pan");
        return ExitCode.Ok;
    }

    private void WriteTrace(string path)
    {
        if (results is not [{ Violation: { } violation }])
        {
            terminal.Out.WriteLine($"  nothing written to {path}: there is no counterexample");
            return;
        }

        Replaying.Write(terminal, path, InformalTrace.Of(violation));
        terminal.Out.WriteLine($"  counterexample written to {path}");
    }
}
