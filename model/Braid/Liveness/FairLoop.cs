namespace Braid;

/// <summary>A loop that a fair scheduler may go round for ever, as far as can be seen.</summary>
/// <param name="Start">Steps before the first round.</param>
/// <param name="Length">Steps of one round.</param>
/// <param name="Rounds">Rounds gone.</param>
/// <param name="Open">Obligations open all the time.</param>
internal sealed record FairLoop(int Start, int Length, int Rounds, ulong Open);
