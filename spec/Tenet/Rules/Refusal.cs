namespace Tenet;

/// <summary>What an action answers instead of happening.</summary>
/// <param name="Error">A member of an enumeration of errors.</param>
/// <param name="When">When it does, unless a refusal before it applies.</param>
public sealed record Refusal(Literal Error, Formula When);
