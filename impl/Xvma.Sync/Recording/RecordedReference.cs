namespace Xvma.Sync;

/// <summary>A reference cell that is recorded: its number, and what it holds.</summary>
internal sealed class RecordedReference(int cell)
{
    public int Cell { get; } = cell;

    public object? Value { get; set; }
}

/// <summary>A mutex that is recorded.</summary>
internal sealed class RecordedMutex(int cell)
{
    public int Cell { get; } = cell;

    public NativeMutex Mutex { get; } = new();
}
