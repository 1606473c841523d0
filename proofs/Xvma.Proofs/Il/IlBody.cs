namespace Xvma.Proofs.Il;

/// <summary>What a method does: its instructions, and the types of its local variables.</summary>
public sealed record IlBody(IReadOnlyList<IlInstruction> Instructions, IReadOnlyList<Type> Locals);
