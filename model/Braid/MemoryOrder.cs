namespace Braid;

/// <summary>The order an access asks for. Under sequential consistency it is kept for those who look at the trace; with store buffers a store without <see cref="Sequential"/> goes through one.</summary>
public enum MemoryOrder : byte
{
    /// <summary>The operation orders nothing itself.</summary>
    None,

    /// <summary>Nothing after it is performed before it.</summary>
    Acquire,

    /// <summary>Nothing before it is performed after it.</summary>
    Release,

    /// <summary>A full fence, as every atomic read-modify-write is.</summary>
    Full,

    /// <summary>A member of the single total order of sequentially consistent accesses.</summary>
    Sequential,
}
