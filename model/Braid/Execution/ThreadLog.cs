using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Braid;

/// <summary>What one logical thread has performed in this schedule.</summary>
internal sealed unsafe class ThreadLog
{
    public ThreadLog() => Use(Pinned(64));

    /// <summary>The operations. They stay where they are in memory, so that executing again reads them through a pointer.</summary>
    public LogEntry[] Entries { get; private set; } = [];

    /// <summary>References that came back, by index of the entry; other elements are stale.</summary>
    public object?[] References { get; private set; } = [];

    public int Length { get; set; }

    /// <summary>Where a new activation begins: an actor's handler begins where the handlers before it ended.</summary>
    public int Start { get; set; }

    public LogEntry* First { get; private set; }

    /// <summary>One past the last entry there is room for.</summary>
    public LogEntry* Limit { get; private set; }

    /// <summary>Adds an operation of a thread that is not on top.</summary>
    public void Add(long key, long result)
    {
        if (Length == Entries.Length) Grow();
        First[Length++] = new() { Key = key, Result = result };
    }

    /// <inheritdoc cref="Add(long, long)"/>
    public void Add(long key, object? reference)
    {
        Add(key, 0L);
        ReserveReferences();
        References[Length - 1] = reference;
    }

    public void Grow()
    {
        var larger = Pinned(Entries.Length * 2);
        Entries.CopyTo(larger, 0);
        Use(larger);
    }

    /// <summary>Sees to it that there is room for as many references as entries.</summary>
    public void ReserveReferences()
    {
        if (References.Length >= Entries.Length) return;
        var larger = new object?[Entries.Length];
        References.CopyTo(larger, 0);
        References = larger;
    }

    private void Use(LogEntry[] entries)
    {
        Entries = entries;
        First = (LogEntry*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(entries));
        Limit = First + entries.Length;
    }

    private static LogEntry[] Pinned(int length) => GC.AllocateArray<LogEntry>(length, pinned: true);
}
