using System.Diagnostics;
using Tenet;
using Xvma.Proofs.Induction;
using Xvma.Proofs.Smt;

namespace Xvma.Cli;

/// <summary>What cvc5 says of each obligation, where it is installed: agreement is shown, disagreement makes the run void.</summary>
internal static class SecondOpinions
{
    /// <summary>Asks, and prints one line and every disagreement.</summary>
    /// <returns>0, unless they disagree.</returns>
    internal static int Ask(Terminal terminal, Theory theory, IReadOnlyList<InductionResult> results, ProveOptions options, CancellationToken stop)
    {
        var found = Cvc5Solver.Find();
        if (found is not Cvc5Solver solver)
        {
            terminal.Out.WriteLine($"  no second opinion: {found.Name}");
            return ExitCode.Ok;
        }

        var clock = Stopwatch.StartNew();
        var asked = results.Count(result => !result.Obligation.IsTrivial && result.Verdict != InductionVerdict.Inconclusive);
        var opinions = Progress.Watch(terminal, solver.Name, progress =>
        {
            var (gate, done) = (new Lock(), 0);
            void Report(SecondOpinion opinion)
            {
                lock (gate) progress.Report($"{Progress.Bar(++done, asked)} {opinion.Obligation.Id}");
            }

            return SecondOpinion.Ask(solver, theory, results, options.Timeout, options.Workers, Report, stop);
        });
        foreach (var opinion in opinions.Where(opinion => opinion.Agreement == Agreement.Disagrees))
            terminal.Out.WriteLine($"  {opinion.Obligation.Id}: {solver.Name} says the opposite of Z3");

        int Count(Agreement agreement) => opinions.Count(opinion => opinion.Agreement == agreement);
        terminal.Out.WriteLine(
            $"  {solver.Name}, given the same text: agrees on {TextTable.Count(Count(Agreement.Agrees))} of {TextTable.Count(asked)}, says nothing on " +
            $"{Count(Agreement.SaysNothing)}, disagrees on {Count(Agreement.Disagrees)} · {TextTable.Seconds(clock.Elapsed)}");
        return Count(Agreement.Disagrees) == 0 ? ExitCode.Ok : ExitCode.AssumptionFailed;
    }
}
