namespace Xvma.Proofs.Smt;

/// <summary>Something that answers questions in SMT-LIB 2.</summary>
public interface ISolver
{
    /// <summary>Its name and version, or why there is none, in one line.</summary>
    string Name { get; }

    /// <summary>Answers within a time, or says that it could not.</summary>
    SolverAnswer Ask(SmtQuery query, TimeSpan timeout);
}
