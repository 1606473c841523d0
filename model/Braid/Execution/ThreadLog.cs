namespace Braid;

/// <summary>What one logical thread has performed in this schedule.</summary>
internal sealed class ThreadLog
{
    public LogEntry[] Entries = new LogEntry[64];
    public object?[] References = [];
    public int Length;

    /// <summary>Where a new activation begins: an actor's handler begins where the handlers before it ended.</summary>
    public int Start;
}
