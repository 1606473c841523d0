namespace Braid;

/// <summary>The order an access asks for. Exploration is sequentially consistent; the order is kept for those who look at the trace.</summary>
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
