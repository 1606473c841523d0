namespace Braid.Tests;

/// <summary>What a <see cref="RandomProgram"/> may contain beside cells.</summary>
[Flags]
public enum RandomProgramKinds
{
    None = 0,
    Locks = 1,
    ReaderWriter = 2,
    Waits = 4,
    Choices = 8,
    Memory = 16,
    All = 31,
    Fences = 32,
    Everything = 63,
}
