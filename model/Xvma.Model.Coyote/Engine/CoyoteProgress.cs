namespace Xvma.Model.Coyote;

/// <summary>How far a check is; reported after each iteration.</summary>
/// <param name="Iterations">Iterations done.</param>
/// <param name="Elapsed">Time since the start.</param>
public readonly record struct CoyoteProgress(uint Iterations, TimeSpan Elapsed);
