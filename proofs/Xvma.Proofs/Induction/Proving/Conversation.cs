using System.Collections.Immutable;
using Tenet;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Induction;

/// <summary>A conversation with Z3 about one action, or about the state at first: what all of its obligations assume is said once.</summary>
internal sealed class Conversation : IDisposable
{
    private readonly Z3Session session;
    private readonly ImmutableArray<Variable> parameters;

    /// <summary>Says what is assumed.</summary>
    /// <param name="theory">Whose rules they are.</param>
    /// <param name="action">What happens; null at first.</param>
    /// <param name="named">Whether each premise has a name, so that it can be told which of them a proof needed; slower.</param>
    public Conversation(Theory theory, ActionRule? action, bool named = false)
    {
        Text = new(theory);
        parameters = action?.Parameters ?? [];
        session = Z3Solver.Open(keepsCores: named);
        session.Tell(Text.Declarations());
        session.Tell(Text.Premises(action, named));
    }

    public InductionText Text { get; }

    /// <summary>Asks whether the goal can fail. One question at a time; to be disposed.</summary>
    public Question Ask(InductionObligation obligation) =>
        new(session, Text, [.. parameters, .. obligation.Property.Parameters], Text.GoalFails(obligation));

    /// <summary>Asks whether what is assumed is possible at all.</summary>
    public Question AskNothing() => new(session, Text, parameters, "");

    /// <summary>Whether a formula about what is assumed cannot be true.</summary>
    public bool Excludes(Formula formula, TimeSpan timeout)
    {
        using var question = new Question(session, Text, parameters, Text.Assert(Formulas.Expand(formula)));
        return question.Answer(timeout) == SolverAnswerKind.Unsatisfiable;
    }

    /// <summary>After a no, if premises have names: those that the no needed; one of possibly many such sets, and not always a smallest.</summary>
    public ImmutableArray<Premise> Core() => [.. SExpression.Read(session.Core()).SelectMany(list => list.Items).Select(name => Text.PremiseOf(name.Word!))];

    public void Dispose() => session.Dispose();
}
