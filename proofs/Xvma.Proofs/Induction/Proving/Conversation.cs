using Tenet;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Induction;

/// <summary>A conversation with Z3 about one action, or about the state at first: what all of its obligations assume is said once.</summary>
internal sealed class Conversation : IDisposable
{
    private readonly Z3Session session = Z3Solver.Open();

    public Conversation(Theory theory, ActionRule? action)
    {
        Text = new(theory);
        session.Tell(Text.Declarations());
        session.Tell(Text.Premises(action));
    }

    public InductionText Text { get; }

    /// <summary>Begins a question: whether the goal can fail. One at a time; to be disposed.</summary>
    public Question Ask(InductionObligation obligation) => new(session, Text, obligation);

    public void Dispose() => session.Dispose();
}
