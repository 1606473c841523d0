using Tenet;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Induction;

/// <summary>Whether the goal of an obligation can fail, and in which structures.</summary>
internal sealed class Question : IDisposable
{
    private readonly Z3Session session;
    private readonly InductionText text;
    private readonly List<Variable> variables;
    private int depth;

    public Question(Z3Session session, InductionText text, InductionObligation obligation)
    {
        this.session = session;
        this.text = text;
        variables = [.. obligation.ActionParameters, .. obligation.Property.Parameters];
        Push();
        session.Tell(text.GoalFails(obligation));
    }

    public InductionText Text => text;

    public Strategy Strategy { get; private set; } = Strategy.All[0];

    public SolverAnswerKind Check(Strategy strategy, TimeSpan timeout)
    {
        Strategy = strategy;
        return session.Check(strategy.Tactic, timeout);
    }

    /// <summary>Says more; if the goal cannot be seen to fail then, takes it back.</summary>
    /// <returns>Whether it still fails.</returns>
    public bool Try(string more, TimeSpan timeout)
    {
        Push();
        session.Tell(more);
        if (session.Check(Strategy.Tactic, timeout) == SolverAnswerKind.Satisfiable) return true;
        Pop();
        return false;
    }

    /// <summary>Bounds every sort to this many elements and asks again.</summary>
    public SolverAnswerKind Bound(int count, TimeSpan timeout)
    {
        Push();
        session.Tell(text.AtMostEach(count));
        Strategy = Strategy.All[0];
        return session.Check(Strategy.Tactic, timeout);
    }

    /// <summary>After a yes: the structure found, with these and the obligation's own variables named in it.</summary>
    public Structure Structure(Theory theory, IEnumerable<Variable> more) => ModelReader.Read(session.Model(), theory, text.Names, variables.Concat(more));

    public void Dispose()
    {
        while (depth > 0) Pop();
    }

    private void Push()
    {
        session.Tell("(push)");
        depth++;
    }

    private void Pop()
    {
        session.Tell("(pop)");
        depth--;
    }
}
