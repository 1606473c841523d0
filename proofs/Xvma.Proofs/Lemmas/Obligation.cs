using System.Linq.Expressions;
using Xvma.Proofs.Il;
using Xvma.Proofs.Linq;
using Xvma.Proofs.Smt;

namespace Xvma.Proofs;

/// <summary>
/// A part of a lemma: something that holds of the production code's own arithmetic for all values, written as a C# lambda over its methods:
/// each parameter is any value of its type, each method called is translated from its IL.
/// </summary>
public sealed class Obligation
{
    /// <summary>States an obligation.</summary>
    /// <param name="id">Its name, the lemma's first: <c>L4/no-shared-byte</c>. Never changes.</param>
    /// <param name="clause">The clauses of the specification it is about.</param>
    /// <param name="statement">What it says, in a sentence.</param>
    /// <param name="formula">What it says, as a lambda; a premise is the first argument of <see cref="Logic.Implies"/>.</param>
    public Obligation(string id, IReadOnlyList<string> clause, string statement, LambdaExpression formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        Id = id;
        Clause = clause;
        Statement = statement;
        Formula = formula;
    }

    /// <summary>Its name: the lemma's, and what this part of it is about.</summary>
    public string Id { get; }

    /// <summary>The clauses of the specification it is about.</summary>
    public IReadOnlyList<string> Clause { get; }

    /// <summary>What it says, in a sentence.</summary>
    public string Statement { get; }

    /// <summary>What it says.</summary>
    public LambdaExpression Formula { get; }

    /// <summary>How long a solver may take for one question, unless told otherwise.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Proves it of the production code, or says why not.</summary>
    public ProofResult Prove(ISolver solver, TimeSpan? timeout = null) => Prove(solver, Code.Production, timeout);

    /// <summary>Proves it of some code, or says why not.</summary>
    public ProofResult Prove(ISolver solver, Code code, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(solver);
        var answer = solver.Ask(Question(code), timeout ?? DefaultTimeout);
        if (answer.Kind != SolverAnswerKind.Unsatisfiable)
            return Result(answer);
        if (Premise is null)
            return new ProofResult(ProofVerdict.Proved);

        // Anything follows from a premise that never holds.
        var possible = solver.Ask(Query(code, Premise, "is the premise possible at all?", isNegated: false), timeout ?? DefaultTimeout);
        return possible.Kind switch
        {
            SolverAnswerKind.Satisfiable => new ProofResult(ProofVerdict.Proved),
            SolverAnswerKind.Unsatisfiable => new ProofResult(ProofVerdict.Vacuous),
            _ => Result(possible),
        };
    }

    /// <summary>Whether it is true of these values: runs the methods, proves nothing.</summary>
    public bool HoldsFor(IReadOnlyDictionary<string, ulong> values, Code? code = null) =>
        FormulaRunner.Run(Formula, code ?? Code.Production, values);

    /// <summary>What is asked of a solver: values under which it is false.</summary>
    public SmtQuery Question(Code? code = null) => Query(code ?? Code.Production, Formula.Body, "unsat = proved", isNegated: true);

    /// <summary>It as a file of its own, for any solver of SMT-LIB 2.</summary>
    public string ToSmtLib() => Question().ToFile();

    /// <summary>Id and statement.</summary>
    public override string ToString() => $"{Id}: {Statement}";

    private Expression? Premise => Formula.Body is MethodCallExpression { Method: { Name: nameof(Logic.Implies) } method } call
        && method.DeclaringType == typeof(Logic)
        ? call.Arguments[0]
        : null;

    private SmtQuery Query(Code code, Expression body, string meaning, bool isNegated)
    {
        var methods = new IlTranslator(code);
        var term = new FormulaTranslator(methods).Translate(body);
        return new SmtQuery(
            [$"{Id} ({string.Join(", ", Clause)}): {Statement}", meaning],
            methods.Definitions,
            [.. Formula.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name!, Sort.Of(parameter.Type)))],
            isNegated ? Term.Not(term) : term);
    }

    private ProofResult Result(SolverAnswer answer) => answer.Kind switch
    {
        SolverAnswerKind.Satisfiable => new ProofResult(ProofVerdict.Refuted, "", new Counterexample(Formula, answer.Values)),
        SolverAnswerKind.Missing => new ProofResult(ProofVerdict.SolverMissing, answer.Reason),
        _ => new ProofResult(ProofVerdict.Unknown, answer.Reason),
    };
}
