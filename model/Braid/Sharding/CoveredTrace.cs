namespace Braid;

/// <summary>One execution of a set.</summary>
/// <param name="Digest">Its hash.</param>
/// <param name="End">How it ended.</param>
/// <param name="Steps">Of how many steps it is.</param>
public readonly record struct CoveredTrace(Digest Digest, TraceEnd End, int Steps);
