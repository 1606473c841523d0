using System.Collections.Immutable;
using System.Diagnostics;
using Tenet;
using Xvma.Proofs.Induction;

namespace Xvma.Cli;

/// <summary>The part of <c>xvma prove</c> that is about the specification: its invariants hold in every reachable state, however many elements there are.</summary>
internal static class InductionProving
{
    /// <summary>Proves what is asked for and prints tables, counterexamples and the verdict.</summary>
    /// <returns>The exit code.</returns>
    internal static int Prove(Terminal terminal, Theory theory, ProveOptions options, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var obligations = Select(theory, options);
        if (options.Folder is { } folder)
            terminal.Out.WriteLine($"  {TextTable.Count(InductionFiles.Write(folder, theory, obligations).Count)} obligations written to {folder}");
        var results = Progress.Watch(terminal, theory.Name, progress => Prove(theory, obligations, options, progress, stop));
        foreach (var (title, key) in Groupings()) Table(terminal, title, results.GroupBy(key).Where(group => group.Key is not null));

        var failed = results.Where(result => !result.IsProved).OrderBy(result => result.Verdict).ToList();
        foreach (var result in failed.Where(result => result.Counterexample is not null).Take(options.Shown)) terminal.Out.WriteLine(result.Counterexample);
        foreach (var result in failed.Where((result, index) => result.Counterexample is null || index >= options.Shown))
            terminal.Out.WriteLine($"  {result.Obligation.Id}: {(result.Counterexample is null ? $"inconclusive: {result.Reason}" : "refuted")}");
        var verdict = Verdict(terminal, theory, obligations, results, clock.Elapsed, options);
        if (verdict == ExitCode.Ok && !options.IsFiltered && !stop.IsCancellationRequested) verdict = Vacuity(terminal, theory, options, stop);
        var opinion = options.IsCvc5Asked ? SecondOpinions.Ask(terminal, theory, results, options, stop) : ExitCode.Ok;
        return opinion == ExitCode.Ok ? verdict : opinion;
    }

    // Only what is proved can be asked what it says.
    private static int Vacuity(Terminal terminal, Theory theory, ProveOptions options, CancellationToken stop)
    {
        var occurrences = NonVacuity.Occurrences(terminal, theory, options, stop);
        NonVacuity.Needs(terminal, theory, options, stop);
        if (options.IsMutated) NonVacuity.Mutants(terminal, theory, options, stop);
        terminal.Out.WriteLine();
        var bugs = NonVacuity.KnownBugs(terminal, theory, options, stop);
        return Math.Max(occurrences, bugs);
    }

    private static ImmutableArray<InductionResult> Prove(
        Theory theory, ImmutableArray<InductionObligation> obligations, ProveOptions options, IProgress<string> progress, CancellationToken stop)
    {
        var gate = new Lock();
        var (done, asked) = (0, obligations.Count(obligation => !obligation.IsTrivial));
        return new InductionProver(theory, options.Timeout, options.Workers).Prove(
            obligations,
            result =>
            {
                if (result.Obligation.IsTrivial) return;
                lock (gate) progress.Report($"{Progress.Bar(++done, asked)} {result.Obligation.Id}");
            },
            stop);
    }

    private static ImmutableArray<InductionObligation> Select(Theory theory, ProveOptions options)
    {
        static bool IsWanted(Rule? rule, IReadOnlyList<string>? names) =>
            names is null || (rule is not null && names.Any(name => rule.Name == name || rule.Clauses.Contains(name)));
        foreach (var name in options.Rules?.Where(name => !theory.Properties.Any(rule => IsWanted(rule, [name]))) ?? [])
            throw new UsageException($"no property is called '{name}', and none states such a clause");
        foreach (var name in options.Actions?.Where(name => !theory.Actions.Any(rule => IsWanted(rule, [name]))) ?? [])
            throw new UsageException($"no action is called '{name}', and none states such a clause");
        return [.. InductionObligations.Of(theory).Where(obligation => IsWanted(obligation.Property, options.Rules) && IsWanted(obligation.Action, options.Actions))];
    }

    private static IEnumerable<(string Title, Func<InductionResult, string?> Key)> Groupings()
    {
        yield return ("action", result => result.Obligation.Action?.Title ?? "at first");
        yield return ("claim", result => result.Obligation.Property.Title);
    }

    private static void Table(Terminal terminal, string title, IEnumerable<IGrouping<string?, InductionResult>> groups)
    {
        var table = new TextTable(terminal.Out, (title, 46), ("obligations", -11), ("untouched", -9), ("proved", -6), ("time", -8), ("", 0));
        foreach (var group in groups)
        {
            var (refuted, unknown) = (group.Count(Is(InductionVerdict.Refuted)), group.Count(Is(InductionVerdict.Inconclusive)));
            var verdict = string.Join(", ", new[] { (refuted, "refuted"), (unknown, "inconclusive") }.Where(pair => pair.Item1 > 0).Select(pair => $"{pair.Item1} {pair.Item2}"));
            table.Row(
                group.Key!, TextTable.Count(group.Count()), TextTable.Count(group.Count(result => result.Obligation.IsTrivial)),
                TextTable.Count(group.Count(result => result.IsProved && !result.Obligation.IsTrivial)),
                TextTable.Seconds(TimeSpan.FromTicks(group.Sum(result => result.Time.Ticks))), verdict);
        }

        terminal.Out.WriteLine();
    }

    private static int Verdict(
        Terminal terminal, Theory theory, ImmutableArray<InductionObligation> obligations, ImmutableArray<InductionResult> results, TimeSpan time, ProveOptions options)
    {
        var (refuted, unknown) = (results.Count(Is(InductionVerdict.Refuted)), results.Count(Is(InductionVerdict.Inconclusive)));
        var trivial = results.Count(result => result.Obligation.IsTrivial);
        var missing = obligations.Length - results.Length;
        var sorts = string.Join(", ", theory.Sorts.Where(sort => !sort.IsEnumeration).Select(sort => sort.Name));
        terminal.Out.WriteLine(
            $"  {TextTable.Count(obligations.Length)} obligations{(options.IsFiltered ? " asked for" : "")}: {TextTable.Count(trivial)} untouched, " +
            $"{TextTable.Count(results.Count(result => result.IsProved) - trivial)} proved, {refuted} refuted, {unknown} inconclusive" +
            $"{(missing > 0 ? $", {missing} not tried" : "")} · any number of {sorts} · {TextTable.Seconds(time)} on {options.Workers} threads");
        if (refuted > 0) return ExitCode.Safety;
        return unknown + missing > 0 ? ExitCode.Inconclusive : ExitCode.Ok;
    }

    private static Func<InductionResult, bool> Is(InductionVerdict verdict) => result => result.Verdict == verdict;
}
