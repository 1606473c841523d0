using System.Collections.Immutable;
using Tenet;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Induction;

/// <summary>Whether an action can happen at all in a state that the invariants allow: if not, what is proved of it says nothing.</summary>
/// <param name="Action">Which; null for the state at first, which has to exist.</param>
/// <param name="Answer">Satisfiable: it can, in a state that has been looked at.</param>
/// <param name="Reason">If it cannot, or that is not known: why.</param>
public sealed record Occurrence(ActionRule? Action, SolverAnswerKind Answer, string Reason)
{
    /// <summary>Whether it can.</summary>
    public bool IsPossible => Answer == SolverAnswerKind.Satisfiable;

    /// <summary>Asks about the state at first and about every action.</summary>
    /// <param name="theory">Whose they are.</param>
    /// <param name="timeout">How long one may take.</param>
    /// <param name="workers">How many threads.</param>
    /// <param name="stop">Leaves the rest out.</param>
    public static ImmutableArray<Occurrence> Of(Theory theory, TimeSpan timeout, int workers, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(theory);
        ImmutableArray<ActionRule?> all = [null, .. theory.Actions];
        var occurrences = new Occurrence?[all.Length];
        Parallel.For(0, all.Length, new() { MaxDegreeOfParallelism = workers }, index =>
        {
            if (!stop.IsCancellationRequested) occurrences[index] = Of(theory, all[index], timeout);
        });
        return [.. occurrences.OfType<Occurrence>()];
    }

    private static Occurrence Of(Theory theory, ActionRule? action, TimeSpan timeout)
    {
        using var conversation = Conversation.About(theory, action);
        using var question = conversation.AskNothing();
        var answer = question.Answer(timeout);
        if (answer == SolverAnswerKind.Unsatisfiable) return new(action, answer, "the invariants never let it happen");
        if (answer != SolverAnswerKind.Satisfiable) return new(action, answer, "Z3 gave no answer");

        var state = question.Structure(theory, []);
        var assumed = theory.Of(PropertyKind.Axiom).Concat(action is null ? [] : InductionObligations.Invariants(theory));
        if (assumed.FirstOrDefault(property => !state.Holds(property.Closed)) is { } broken)
            return new(action, SolverAnswerKind.Unknown, $"Z3's state does not stand: {broken.Title} does not hold");
        return action is null || state.Holds(action.Enabled) ? new(action, answer, "") : new(action, SolverAnswerKind.Unknown, "Z3's state does not stand: it is not enabled");
    }
}
