namespace Xvma.Tests.Linearity;

/// <summary>What a call gave: whether it was done, and the word before it where it gives that.</summary>
internal readonly record struct WordAnswer(bool IsDone, ulong Value)
{
    public override string ToString() => IsDone ? $"{Value}" : "not mapped, or mapped already";
}
