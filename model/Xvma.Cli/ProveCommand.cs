using System.CommandLine;
using System.Diagnostics;
using Xvma.Proofs;
using Xvma.Proofs.Smt;

namespace Xvma.Cli;

/// <summary><c>xvma prove</c>: the lemmas about the production code's own arithmetic, discharged by Z3.</summary>
internal static class ProveCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("prove", "Proves the lemmas about the production code's arithmetic.");
        command.SetAction((_, stop) => Task.FromResult(Prove(terminal, Z3Solver.Find(), stop)));
        return command;
    }

    /// <summary>Proves every lemma with <paramref name="solver"/>.</summary>
    internal static int Prove(Terminal terminal, ISolver solver, CancellationToken stop)
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
        if (refuted > 0) return ExitCode.Safety;
        return proved == Lemmas.All.Count ? ExitCode.Ok : ExitCode.Inconclusive;
    }
}
