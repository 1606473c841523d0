namespace Xvma.Proofs.Smt;

/// <summary>Stands where there is no solver, and says so to every question.</summary>
public sealed class MissingSolver(string reason) : ISolver
{
    /// <inheritdoc/>
    public string Name => reason;

    /// <inheritdoc/>
    public SolverAnswer Ask(SmtQuery query, TimeSpan timeout) => SolverAnswer.Missing(reason);
}
