namespace Braid;

/// <summary>One operation that a thread has performed, for executing it again without effect.</summary>
internal struct LogEntry
{
    /// <summary>Kind in the top byte, location or address below: what a re-execution must meet.</summary>
    public long Key;

    public long Result;

    public static long KeyOf(OperationKind kind, long location) => ((long)kind << 56) ^ location;
}
