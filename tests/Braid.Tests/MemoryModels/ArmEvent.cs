namespace Braid.Tests.MemoryModels;

/// <summary>An event of a candidate execution: a read, a write, or a full fence, which touches no cell.</summary>
/// <param name="Thread">Whose; −1 for the initial writes.</param>
/// <param name="Cell">Which cell; −1 for a fence.</param>
/// <param name="IsWrite">Whether it writes.</param>
/// <param name="Value">What is written; for an atomic addition it follows from what was read.</param>
/// <param name="Register">Where the read value goes; with an addition, the new one.</param>
/// <param name="Partner">For the write of an atomic addition the read before it; else −1.</param>
internal sealed record ArmEvent(int Thread, int Cell, bool IsWrite, long Value = 0, char Register = ' ', int Partner = -1)
{
    public bool IsFence => Cell < 0;

    public bool IsRead => !IsFence && !IsWrite;
}
