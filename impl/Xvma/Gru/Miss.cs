namespace Xvma;

/// <summary>An operand that has no translation.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Access">What it is wanted for.</param>
internal readonly record struct Miss(ulong Address, Access Access);
