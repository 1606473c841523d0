namespace Xvma;

/// <summary>The elements of a vector instruction: a fixed stride apart, or each named by its index.</summary>
internal readonly ref struct Elements
{
    private readonly ulong start;
    private readonly long stride;
    private readonly ReadOnlySpan<long> indices;

    private Elements(ulong start, int width, int count, long stride, ReadOnlySpan<long> indices)
    {
        this.start = start;
        this.stride = stride;
        this.indices = indices;
        Width = width;
        Count = count;
    }

    /// <summary>Bytes of an element.</summary>
    public int Width { get; }

    public int Count { get; }

    public ulong AddressOf(int element) => start + (ulong)((indices.IsEmpty ? element * stride : indices[element]) * Width);

    /// <summary>Elements at a stride, which may be negative, or 0 for the same one each time.</summary>
    /// <returns>None; or what is wrong with them, before any is accessed (INS-2).</returns>
    public static FaultCause TryStrided(ExtendedAddress start, int width, int count, long stride, out Elements elements)
    {
        elements = default;
        if (Wrong(start, width, count) is var wrong and not FaultCause.None) return wrong;
        if (!IsIndex(start, width, (Int128)stride * (count - 1))) return FaultCause.BadLength;
        elements = new(start.Value, width, count, stride, default);
        return FaultCause.None;
    }

    /// <summary>Elements by their indices.</summary>
    /// <param name="start">Where the element of index 0 would be.</param>
    /// <param name="width">Bytes of an element.</param>
    /// <param name="count">How many elements the task has for them.</param>
    /// <param name="indices">As many; in elements, in any order, also negative or the same again.</param>
    /// <param name="elements">They.</param>
    /// <returns>None; or what is wrong with them, before any is accessed (INS-2).</returns>
    public static FaultCause TryIndexed(ExtendedAddress start, int width, int count, ReadOnlySpan<long> indices, out Elements elements)
    {
        elements = default;
        if (Wrong(start, width, count) is var wrong and not FaultCause.None) return wrong;
        if (indices.Length != count) return FaultCause.BadLength;
        foreach (var index in indices)
        {
            if (!IsIndex(start, width, index)) return FaultCause.BadLength;
        }

        elements = new(start.Value, width, count, 0, indices);
        return FaultCause.None;
    }

    private static FaultCause Wrong(ExtendedAddress start, int width, int count)
    {
        if (width is not (1 or 2 or 4 or 8) || count < 1) return FaultCause.BadLength;
        return (start.Value & (ulong)(width - 1)) == 0 ? FaultCause.None : FaultCause.Unaligned;
    }

    /// <summary>Whether an element is at an address at all.</summary>
    private static bool IsIndex(ExtendedAddress start, int width, Int128 index) =>
        start.Value + (index * width) is var address && address >= 0 && address <= ulong.MaxValue;
}
