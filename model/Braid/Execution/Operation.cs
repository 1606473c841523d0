namespace Braid;

/// <summary>What a thread is about to do. One a thread, overwritten at every arrival; the reference fields are stale for other kinds.</summary>
internal struct Operation
{
    public OperationKind Kind;
    public MemoryOrder Order;

    /// <summary>Cell, lock, queue or block; 0 for none.</summary>
    public int Location;

    /// <summary>First word of memory touched; 0 for a cell.</summary>
    public long Low;

    /// <summary>One past the last word of memory touched; 1 for a cell.</summary>
    public long High;

    /// <summary>What goes in: a value, a ticket, an address, a number of alternatives, a deadline.</summary>
    public long Value;

    /// <summary>What is expected, for a compare-and-exchange; for memory see <see cref="Extra"/>.</summary>
    public long Expected;

    /// <summary>Width or length in bytes of a memory access.</summary>
    public long Extra;

    public object? Reference;
    public object? ExpectedReference;
}
