namespace Xvma;

/// <summary>Where the memory of a mapping comes from.</summary>
public enum MemorySource
{
    /// <summary>The machine's ordinary memory, a page at its first fault (MEM-3).</summary>
    Ordinary,

    /// <summary>Memory that the kernel was not told of, all pages when the mapping is made (MEM-11).</summary>
    MegaPages,
}
