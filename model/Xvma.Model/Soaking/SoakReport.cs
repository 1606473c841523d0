namespace Xvma.Model;

/// <summary>What a soak came to.</summary>
/// <param name="Operations">Operations begun.</param>
/// <param name="Done">Those of them that were neither refused nor ended in an exception.</param>
/// <param name="Rests">How often everything stood still and the invariants were checked.</param>
/// <param name="Tasks">Tasks started.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Violation">What was wrong; null when nothing was.</param>
public sealed record SoakReport(long Operations, long Done, int Rests, long Tasks, TimeSpan Elapsed, string? Violation);
