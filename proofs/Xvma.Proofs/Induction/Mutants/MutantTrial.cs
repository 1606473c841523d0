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
        var results = new MutantResult?[all.Count];
        Parallel.ForEach(Partitioner.Create(all.Index(), EnumerablePartitionerOptions.NoBuffering), new() { MaxDegreeOfParallelism = workers }, item =>
        {
            if (stop.IsCancellationRequested) return;
            results[item.Index] = Try(item.Item);
            done?.Invoke(results[item.Index]!);
        });
        return [.. results.OfType<MutantResult>()];
    }

    private MutantResult Try(TheoryMutant mutant)
    {
        // Only what the edited action has to keep can have changed.
        var edited = mutant.Edited;
        var obligations = InductionObligations.Of(mutant.Theory, edited).Where(obligation => !obligation.IsTrivial);
        var verdict = MutantVerdict.Survives;
        using (var conversation = new Conversation(mutant.Theory, edited))
        {
            foreach (var obligation in obligations)
            {
                using var question = conversation.Ask(obligation);
                var answer = question.Answer(timeout);
                if (answer == SolverAnswerKind.Unknown) verdict = MutantVerdict.Inconclusive;
                if (answer != SolverAnswerKind.Satisfiable) continue;
                var counterexample = new InductionCounterexample(mutant.Theory, obligation, question.Structure(mutant.Theory, []));
                if (counterexample.Flaw is null) return new(mutant, MutantVerdict.Refuted, obligation, counterexample);
                verdict = MutantVerdict.Inconclusive;
            }
        }

        return new(mutant, verdict == MutantVerdict.Survives && IsEquivalent(mutant) ? MutantVerdict.Equivalent : verdict);
    }

    // What is dropped follows from what is left and the invariants; or what is set differently has the value it had.
    private bool IsEquivalent(TheoryMutant mutant)
    {
        if (mutant.Action is not { } action || mutant.Edited is not { } edited) return false;
        using var conversation = new Conversation(mutant.Theory, edited);
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
