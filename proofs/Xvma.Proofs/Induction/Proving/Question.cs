using Tenet;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs.Induction;

/// <summary>Whether there are structures in which what was said is true, and which.</summary>
internal sealed class Question : IDisposable
{
    private readonly Z3Session session;
    private readonly InductionText text;
    private readonly IReadOnlyList<Variable> variables;
    private int depth;

    public Question(Z3Session session, InductionText text, IReadOnlyList<Variable> variables, string said)
    {
        this.session = session;
        this.text = text;
        this.variables = variables;
        Push();
        session.Tell(said);
    }

    public InductionText Text => text;

    public Strategy Strategy { get; private set; } = Strategy.All[0];

    /// <summary>Asks one way after the other, then for small structures only.</summary>
    public SolverAnswerKind Answer(TimeSpan timeout)
    {
        foreach (var strategy in Strategy.All)
        {
            var answer = Check(strategy, timeout * strategy.Share);
            if (answer != SolverAnswerKind.Unknown) return answer;
        }

        // No answer for any number of elements; a small structure may still be there to be found.
        return Bound(3, timeout * 0.3) == SolverAnswerKind.Satisfiable ? SolverAnswerKind.Satisfiable : SolverAnswerKind.Unknown;
    }

    /// <summary>Says more; if that cannot be seen to be possible, takes it back.</summary>
    /// <returns>Whether it is possible.</returns>
    public bool Try(string more, TimeSpan timeout)
    {
        Push();
        session.Tell(more);
        if (session.Check(Strategy.Tactic, timeout) == SolverAnswerKind.Satisfiable) return true;
        Pop();
        return false;
    }

    /// <summary>After a yes: the structure found, with these and the question's own variables named in it.</summary>
    public Structure Structure(Theory theory, IEnumerable<Variable> more) => ModelReader.Read(session.Model(), theory, text.Names, variables.Concat(more));

    public void Dispose()
    {
        while (depth > 0) Pop();
    }

    private SolverAnswerKind Check(Strategy strategy, TimeSpan timeout)
    {
        Strategy = strategy;
        return session.Check(strategy.Tactic, timeout);
    }

    private SolverAnswerKind Bound(int count, TimeSpan timeout)
    {
        Push();
        session.Tell(text.AtMostEach(count));
        return Check(Strategy.All[0], timeout);
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
