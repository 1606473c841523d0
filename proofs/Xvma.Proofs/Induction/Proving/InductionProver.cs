using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Tenet;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Induction;

/// <summary>Discharges the obligations of a theory by Z3, action by action, on several threads.</summary>
/// <param name="theory">Whose invariants are to be shown inductive.</param>
/// <param name="timeout">How long one obligation may take.</param>
/// <param name="workers">How many threads.</param>
public sealed class InductionProver(Theory theory, TimeSpan timeout, int workers)
{
    /// <summary>How long one obligation may take, unless told otherwise.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Proves or refutes each.</summary>
    /// <param name="obligations">Of the theory; in any order.</param>
    /// <param name="done">Told each result as it comes, from any thread.</param>
    /// <param name="stop">Ends after the questions under way.</param>
    /// <returns>The results in the order of the obligations; shorter when stopped.</returns>
    public ImmutableArray<InductionResult> Prove(
        IReadOnlyList<InductionObligation> obligations, Action<InductionResult>? done = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(obligations);
        var results = new ConcurrentDictionary<InductionObligation, InductionResult>(ReferenceEqualityComparer.Instance);
        void Add(InductionResult result)
        {
            results[result.Obligation] = result;
            done?.Invoke(result);
        }

        foreach (var trivial in obligations.Where(obligation => obligation.IsTrivial)) Add(new(trivial, InductionVerdict.Proved, TimeSpan.Zero));

        // What shares its premises shares a conversation. The largest first, so that no thread ends alone.
        var groups = obligations.Where(obligation => !obligation.IsTrivial).GroupBy(obligation => obligation.Action).OrderByDescending(group => group.Count());
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers };
        Parallel.ForEach(Partitioner.Create(groups, EnumerablePartitionerOptions.NoBuffering), parallel, group =>
        {
            if (!stop.IsCancellationRequested) Prove(group.Key, group, Add, stop);
        });
        return [.. obligations.Where(results.ContainsKey).Select(obligation => results[obligation])];
    }

    private void Prove(ActionRule? action, IEnumerable<InductionObligation> obligations, Action<InductionResult> done, CancellationToken stop)
    {
        using var conversation = Conversation.About(theory, action);
        foreach (var obligation in obligations)
        {
            if (stop.IsCancellationRequested) return;
            var clock = Stopwatch.StartNew();
            var result = Prove(conversation, obligation);
            done(result with { Time = clock.Elapsed });
        }
    }

    private InductionResult Prove(Conversation conversation, InductionObligation obligation)
    {
        using var question = conversation.Ask(obligation);
        return question.Answer(timeout) switch
        {
            SolverAnswerKind.Unsatisfiable => new(obligation, InductionVerdict.Proved, default),
            SolverAnswerKind.Satisfiable => Refute(question, obligation),
            _ => new(obligation, InductionVerdict.Inconclusive, default, Reason: $"Z3 gave no answer in {timeout.TotalSeconds:0.#} s"),
        };
    }

    private InductionResult Refute(Question question, InductionObligation obligation)
    {
        var counterexample = new InductionCounterexample(theory, obligation, new Shrinking(question, theory, timeout).Smallest());
        return counterexample.Flaw is { } flaw
            ? new(obligation, InductionVerdict.Inconclusive, default, Reason: $"Z3's counterexample does not stand: {flaw}")
            : new(obligation, InductionVerdict.Refuted, default, counterexample);
    }
}
