namespace Braid;

/// <summary>How much of the managed heap an exploration may come to.</summary>
/// <param name="bytes">The bound; null for none.</param>
internal sealed class MemoryBound(long? bytes)
{
    private readonly long bound = bytes ?? long.MaxValue;

    /// <summary>Whether more than that was in use when it was looked at last.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Looks at it. What is garbage does not count; only when there could be too much without it, it is collected to see.</summary>
    public bool Look()
    {
        IsExceeded = GC.GetTotalMemory(forceFullCollection: false) > bound && GC.GetTotalMemory(forceFullCollection: true) > bound;
        return IsExceeded;
    }
}
