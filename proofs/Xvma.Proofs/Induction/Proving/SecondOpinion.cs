using System.Collections.Immutable;
using System.Collections.Concurrent;
using Tenet;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Induction;

/// <summary>Whether another solver, given the same text, says the same.</summary>
/// <param name="Obligation">About which.</param>
/// <param name="Agreement">In one word.</param>
/// <param name="Reason">If it says nothing: why.</param>
public sealed record SecondOpinion(InductionObligation Obligation, Agreement Agreement, string Reason)
{
    /// <summary>Asks about each that Z3 decided, on several threads.</summary>
    /// <param name="solver">Who is asked.</param>
    /// <param name="theory">Whose obligations they are.</param>
    /// <param name="results">What Z3 said.</param>
    /// <param name="timeout">How long one may take.</param>
    /// <param name="workers">How many are asked at once.</param>
    /// <param name="done">Told each as it comes, from any thread.</param>
    /// <param name="stop">Ends after the questions under way.</param>
    public static ImmutableArray<SecondOpinion> Ask(
        Cvc5Solver solver, Theory theory, IEnumerable<InductionResult> results, TimeSpan timeout, int workers,
        Action<SecondOpinion>? done = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        var opinions = new ConcurrentBag<SecondOpinion>();
        var asked = results.Where(result => !result.Obligation.IsTrivial && result.Verdict != InductionVerdict.Inconclusive);
        Parallel.ForEach(Partitioner.Create(asked, EnumerablePartitionerOptions.NoBuffering), new() { MaxDegreeOfParallelism = workers }, result =>
        {
            if (stop.IsCancellationRequested) return;
            var answer = solver.Ask(InductionFiles.Text(theory, result.Obligation), timeout);
            var opinion = new SecondOpinion(result.Obligation, Compare(result.IsProved, answer.Kind), answer.Reason);
            opinions.Add(opinion);
            done?.Invoke(opinion);
        });
        return [.. opinions.OrderBy(opinion => opinion.Obligation.Id, StringComparer.Ordinal)];
    }

    private static Agreement Compare(bool isProved, SolverAnswerKind kind) => kind switch
    {
        SolverAnswerKind.Unsatisfiable => isProved ? Agreement.Agrees : Agreement.Disagrees,
        SolverAnswerKind.Satisfiable => isProved ? Agreement.Disagrees : Agreement.Agrees,
        _ => Agreement.SaysNothing,
    };
}
