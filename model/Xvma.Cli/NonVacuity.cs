using System.Diagnostics;
using Tenet;
using Xvma.Proofs.Induction;

namespace Xvma.Cli;

/// <summary>That the proofs say something: every action can happen, every premise has its use, and, if asked for, mutants are refuted.</summary>
internal static class NonVacuity
{
    /// <summary>Looks for a state in which each action happens.</summary>
    /// <returns>0, or what the verdict is then: an action that cannot happen makes what is proved of it void.</returns>
    internal static int Occurrences(Terminal terminal, Theory theory, ProveOptions options, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var occurrences = Progress.Watch(terminal, "actions", _ => Occurrence.Of(theory, options.Timeout, options.Workers, stop));
        foreach (var none in occurrences.Where(occurrence => !occurrence.IsPossible)) terminal.Out.WriteLine($"  {none.Action?.Title ?? "at first"}: {none.Reason}");
        var actions = occurrences.Count(occurrence => occurrence is { IsPossible: true, Action: not null });
        terminal.Out.WriteLine($"  {actions} of {theory.Actions.Length} actions can happen where the invariants hold · {TextTable.Seconds(clock.Elapsed)}");
        return occurrences.Length == theory.Actions.Length + 1 && occurrences.All(occurrence => occurrence.IsPossible) ? ExitCode.Ok : ExitCode.AssumptionFailed;
    }

    /// <summary>Looks for an obligation that fails without each premise; says which have none.</summary>
    internal static void Needs(Terminal terminal, Theory theory, ProveOptions options, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var needs = Progress.Watch(terminal, "premises", _ => new NeedSearch(theory, options.Timeout, options.Workers).Find(stop));
        var unneeded = needs.Where(need => !need.IsNeeded).Select(need => need.Property.Title).ToList();
        terminal.Out.WriteLine(
            $"  {needs.Count(need => need.By is not null)} of {needs.Length} premises are needed by an obligation that fails without them, " +
            $"{needs.Count(need => need.IsNeeded && need.By is null)} more are claims · {TextTable.Seconds(clock.Elapsed)}");
        if (unneeded.Count > 0) terminal.Out.WriteLine($"  needed by none: {string.Join(", ", unneeded)}");
    }

    /// <summary>Tries the known bugs of the protocol, each as an edit of the specification; each has to be refuted.</summary>
    /// <returns>0, or what the verdict is then: proofs that do not notice a known bug say little.</returns>
    internal static int KnownBugs(Terminal terminal, Theory theory, ProveOptions options, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var bugs = KnownBugMutants.Of(theory);
        var results = Progress.Watch(terminal, "known bugs", _ => new MutantTrial(options.Timeout, options.Workers).Try(bugs.Select(bug => bug.Mutant), stop: stop));
        var table = new TextTable(terminal.Out, ("known bug, as an edit of the specification", 46), ("refuted by", 0));
        foreach (var (result, (bug, _)) in results.Zip(bugs)) table.Row(bug, result.By?.Id ?? result.Verdict.ToString());
        var refuted = results.Count(result => result.Verdict == MutantVerdict.Refuted);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"  {refuted} of {bugs.Length} known bugs of the protocol are refuted · {TextTable.Seconds(clock.Elapsed)}");
        return refuted == bugs.Length ? ExitCode.Ok : ExitCode.AssumptionFailed;
    }

    /// <summary>Tries mutants: whatever an action asks or does, left out; says what became of them, and with details which survive.</summary>
    internal static void Mutants(Terminal terminal, Theory theory, ProveOptions options, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var mutants = TheoryMutants.Of(theory).ToList();
        var results = Progress.Watch(terminal, "mutants", progress =>
        {
            var (gate, done) = (new Lock(), 0);
            void Report(MutantResult result)
            {
                lock (gate) progress.Report($"{Progress.Bar(++done, mutants.Count)} {result.Mutant.Id}");
            }

            return new MutantTrial(options.Timeout, options.Workers).Try(mutants, Report, stop);
        });
        foreach (var result in results.Where(result => result.Verdict is MutantVerdict.Survives or MutantVerdict.Inconclusive))
            terminal.Out.WriteLine($"  {(result.Verdict == MutantVerdict.Survives ? "survives" : "inconclusive")}: {result.Mutant.Id}");
        int Count(MutantVerdict verdict) => results.Count(result => result.Verdict == verdict);
        terminal.Out.WriteLine(
            $"  {TextTable.Count(mutants.Count)} mutants: {Count(MutantVerdict.Refuted)} refuted, {Count(MutantVerdict.Equivalent)} the same theory, " +
            $"{Count(MutantVerdict.Survives)} survive, {Count(MutantVerdict.Inconclusive)} inconclusive · {TextTable.Seconds(clock.Elapsed)}");
    }
}
