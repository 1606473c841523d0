namespace Braid.Checker;

/// <summary>What checking a certificate came to.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Differences">If it is not true: what it says, and what is so, a line for each field.</param>
/// <param name="Executions">How many complete executions were found.</param>
/// <param name="Beginnings">How many beginnings of executions were gone through.</param>
public sealed record CheckResult(CheckVerdict Verdict, IReadOnlyList<string> Differences, long Executions, long Beginnings);
