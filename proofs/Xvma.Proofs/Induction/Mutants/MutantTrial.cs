using System.Collections.Concurrent;
using System.Collections.Immutable;
using Tenet;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Induction;

/// <summary>Tries mutants: each has to be refuted, or be no other theory.</summary>
/// <param name="timeout">How long one question may take.</param>
/// <param name="workers">How many threads.</param>
public sealed class MutantTrial(TimeSpan timeout, int workers)
{
    /// <summary>What becomes of each, in their order.</summary>
    /// <param name="mutants">Which.</param>
    /// <param name="done">Told each result as it comes, from any thread.</param>
    /// <param name="stop">Leaves the rest out.</param>
    public ImmutableArray<MutantResult> Try(IEnumerable<TheoryMutant> mutants, Action<MutantResult>? done = null, CancellationToken stop = default)
    {
        var all = mutants.ToList();
        if (all.Count == 0) return [];
        var theory = all[0].Theory;
        if (all.Any(mutant => mutant.Theory.Properties != theory.Properties)) throw new ArgumentException("mutants of several theories", nameof(mutants));
        var results = new MutantResult?[all.Count];

        // All mutants assume the same of a state: it is said once on each thread.
        Parallel.ForEach(
            Partitioner.Create(all.Index(), EnumerablePartitionerOptions.NoBuffering),
            new() { MaxDegreeOfParallelism = workers },
            () => new Conversation(theory, isInitial: false),
            (item, _, conversation) =>
            {
                if (stop.IsCancellationRequested) return conversation;
                results[item.Index] = Try(item.Item, conversation);
                done?.Invoke(results[item.Index]!);
                return conversation;
            },
            conversation => conversation.Dispose());
        return [.. results.OfType<MutantResult>()];
    }

    private MutantResult Try(TheoryMutant mutant, Conversation conversation)
    {
        if (mutant.Edited is { } edited)
        {
            conversation.Begin(edited);
            try
            {
                var result = Refute(mutant, conversation);
                return result.Verdict == MutantVerdict.Survives && IsEquivalent(mutant, edited, conversation) ? result with { Verdict = MutantVerdict.Equivalent } : result;
            }
            finally
            {
                conversation.End();
            }
        }

        using var initially = new Conversation(mutant.Theory, isInitial: true);
        return Refute(mutant, initially);
    }

    private MutantResult Refute(TheoryMutant mutant, Conversation conversation)
    {
        // Only what the edited action has to keep can have changed.
        var verdict = MutantVerdict.Survives;
        foreach (var obligation in InductionObligations.Of(mutant.Theory, mutant.Edited).Where(obligation => !obligation.IsTrivial))
        {
            using var question = conversation.Ask(obligation);
            var answer = question.Answer(timeout);
            if (answer == SolverAnswerKind.Unknown) verdict = MutantVerdict.Inconclusive;
            if (answer != SolverAnswerKind.Satisfiable) continue;
            var counterexample = new InductionCounterexample(mutant.Theory, obligation, question.Structure(mutant.Theory, []));
            if (counterexample.Flaw is null) return new(mutant, MutantVerdict.Refuted, obligation, counterexample);
            verdict = MutantVerdict.Inconclusive;
        }

        return new(mutant, verdict);
    }

    // What is dropped follows from what is left and the invariants; or what is set differently has the value it had.
    private bool IsEquivalent(TheoryMutant mutant, ActionRule edited, Conversation conversation)
    {
        if (mutant.Action is not { } action) return false;
        if (mutant.Dropped is { } dropped) return conversation.Excludes(Formulas.Negate(dropped), timeout);
        var (was, now) = (StateChange.By(action), StateChange.By(edited));
        return action.Updates.All(update =>
        {
            var cell = update.Symbol.Arguments.Select((sort, index) => new Variable($"x{index}", sort)).ToImmutableArray();
            var value = new Application(update.Symbol, [.. cell]);
            return conversation.Excludes(Formulas.ForSome(cell, Formulas.Negate(new Equality(was.After(value), now.After(value)))), timeout);
        });
    }
}
