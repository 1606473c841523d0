namespace Xvma.Model;

/// <summary>What a soak came to.</summary>
/// <param name="Operations">Operations begun.</param>
/// <param name="Done">Those of them that were neither refused nor ended in an exception.</param>
/// <param name="Rests">How often everything stood still and the invariants were checked.</param>
/// <param name="Tasks">Tasks started.</param>
/// <param name="Received">Messages received.</param>
/// <param name="Returns">How often a partition that had failed has returned.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Violation">What was wrong; null when nothing was.</param>
public sealed record SoakReport(long Operations, long Done, int Rests, long Tasks, long Received, long Returns, TimeSpan Elapsed, string? Violation);
