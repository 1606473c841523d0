using System.CommandLine;
using System.Diagnostics;
using Xvma.Proofs;
using Xvma.Proofs.Smt;
using XvmaTheory = Xvma.Spec.Formal.XvmaTheory;

namespace Xvma.Cli;

/// <summary>
/// <c>xvma prove</c>: the lemmas about the production code's own arithmetic, and the specification's invariants for any number of elements,
/// discharged by Z3.
/// </summary>
internal static class ProveCommand
{
    public static Command Create(Terminal terminal)
    {
        var rule = new Option<string[]>("--rule") { Description = "Only this property, by name or clause; may be given more than once." };
        var action = new Option<string[]>("--action") { Description = "Only this action, by name or clause; may be given more than once." };
        var folder = new Option<string?>("--smt2") { Description = "Write each obligation to a file of its own in this folder, for any solver." };
        var workers = new Option<int>("--workers") { Description = "Threads; 0 is one a core." };
        var seconds = new Option<double>("--timeout") { Description = "Seconds for one obligation.", DefaultValueFactory = _ => 10 };
        var shown = new Option<int>("--counterexamples") { Description = "How many counterexamples are shown; the others are named.", DefaultValueFactory = _ => 3 };
        var alone = new Option<bool>("--no-cvc5") { Description = "Ask Z3 alone, also where cvc5 is." };
        var mutants = new Option<bool>("--mutants") { Description = "Also leave out, one at a time, whatever an action asks or does, and see whether the proofs notice." };
        var command = new Command("prove", "Proves the lemmas about the code's arithmetic, and the specification's invariants for any number of elements.")
        {
            rule, action, folder, workers, seconds, shown, alone, mutants,
        };
        command.SetAction((parsed, stop) =>
        {
            var options = new ProveOptions
            {
                Rules = parsed.GetValue(rule) is { Length: > 0 } rules ? rules : null,
                Actions = parsed.GetValue(action) is { Length: > 0 } actions ? actions : null,
                Folder = parsed.GetValue(folder),
                Workers = parsed.GetValue(workers) is > 0 and var count ? count : Environment.ProcessorCount,
                Timeout = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                Shown = parsed.GetValue(shown),
                IsMutated = parsed.GetValue(mutants),
                IsCvc5Asked = !parsed.GetValue(alone),
            };
            Outputs.RequireFolders(options.Folder);
            return Task.FromResult(Prove(terminal, Z3Solver.Find(), options, stop));
        });
        return command;
    }

    /// <summary>Proves what is asked for with <paramref name="solver"/>: the lemmas, unless rules or actions are named, and the induction.</summary>
    internal static int Prove(Terminal terminal, ISolver solver, ProveOptions options, CancellationToken stop)
    {
        var lemmas = options.IsFiltered ? ExitCode.Ok : ProveLemmas(terminal, solver, stop);
        if (solver is MissingSolver)
        {
            terminal.Out.WriteLine($"  the specification's invariants: not tried: {solver.Name}");
            return ExitCode.Inconclusive;
        }

        var induction = InductionProving.Prove(terminal, XvmaTheory.Theory, options, stop);
        return induction == ExitCode.Safety || lemmas == ExitCode.Ok ? induction : lemmas;
    }

    private static int ProveLemmas(Terminal terminal, ISolver solver, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var proved = 0;
        var refuted = 0;
        var table = new TextTable(terminal.Out, ("lemma", 28), ("clauses", 31), ("verdict", 24), ("time", -8), ("", 0));
        foreach (var lemma in Lemmas.All)
        {
            if (stop.IsCancellationRequested) break;
            var before = clock.Elapsed;
            var result = Progress.Watch(terminal, lemma.Id, _ => lemma.Prove(solver));
            table.Row(lemma.Id, string.Join(' ', lemma.Clause), result.ToString(), TextTable.Seconds(clock.Elapsed - before), lemma.Statement);
            if (result.IsProved) proved++;
            else if (result.Verdict is ProofVerdict.Refuted or ProofVerdict.Vacuous) refuted++;
        }
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"  {proved} of {Lemmas.All.Count} lemmas proved, {refuted} refuted · 64-bit values, all of them · {TextTable.Seconds(clock.Elapsed)} · {solver.Name}");
        terminal.Out.WriteLine();
        if (refuted > 0) return ExitCode.Safety;
        return proved == Lemmas.All.Count ? ExitCode.Ok : ExitCode.Inconclusive;
    }
}
