using System.Collections.Immutable;
using Tenet;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Induction;

/// <summary>A conversation with Z3 about states, or about the state at first: what all obligations assume is said once.</summary>
internal sealed class Conversation : IDisposable
{
    private readonly Z3Session session;
    private readonly bool isNamed;
    private ImmutableArray<Variable> parameters = [];

    /// <summary>Says what is assumed of a state.</summary>
    /// <param name="theory">Whose rules they are.</param>
    /// <param name="isInitial">Whether nothing has happened yet: the axioms hold, and the invariants are still to be shown.</param>
    /// <param name="named">Whether each premise has a name, so that it can be told which of them a proof needed; slower.</param>
    public Conversation(Theory theory, bool isInitial, bool named = false)
    {
        Text = new(theory);
        isNamed = named;
        session = Z3Solver.Open(keepsCores: named);
        session.Tell(Text.Declarations());
        session.Tell(Text.Assumptions(isInitial, named));
    }

    /// <summary>A conversation about an action, or, without one, about the state at first.</summary>
    public static Conversation About(Theory theory, ActionRule? action, bool named = false)
    {
        var conversation = new Conversation(theory, isInitial: action is null, named);
        if (action is not null) conversation.Begin(action);
        return conversation;
    }

    public InductionText Text { get; }

    /// <summary>Says that an action happens.</summary>
    public void Begin(ActionRule action)
    {
        session.Tell("(push)");
        session.Tell(Text.Happens(action, isNamed));
        parameters = action.Parameters;
    }

    /// <summary>Takes the action back: another may be spoken of.</summary>
    public void End()
    {
        session.Tell("(pop)");
        parameters = [];
    }

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
