namespace Braid;

/// <summary>A store on its way to memory.</summary>
internal struct BufferedStore
{
    public OperationKind Kind;

    /// <summary>The cell, or the block of memory.</summary>
    public int Location;

    /// <summary>What is stored in an integer cell; for memory the address.</summary>
    public long Value;

    /// <summary>What is stored in memory, or every byte of what fills it.</summary>
    public ulong Data;

    /// <summary>How many bytes of memory.</summary>
    public long Bytes;

    /// <summary>First word of memory touched; 0 for a cell.</summary>
    public long Low;

    /// <summary>One past the last word of memory touched; 1 for a cell.</summary>
    public long High;

    /// <summary>What is stored in a reference cell, or the <see cref="MemoryImage"/> of a copy.</summary>
    public object? Reference;

    /// <summary>Whether it holds all of these bytes.</summary>
    public readonly bool Covers(long address, long bytes) => Value <= address && address + bytes <= Value + Bytes;
}
