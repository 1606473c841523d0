namespace Xvma;

/// <summary>
/// The page sizes a machine supports, each with a code of its own, 0 to 15 (PGS-2): an immutable value; equal tables are equal.
/// </summary>
public sealed record PageSizeTable
{
    private readonly ulong low;
    private readonly ulong high;

    /// <summary>A table of page sizes, coded in the order given from 0.</summary>
    /// <exception cref="ArgumentException">No size, more than sixteen, or one twice.</exception>
    public PageSizeTable(params ReadOnlySpan<PageSize> sizes)
    {
        if (sizes.Length is 0 or > PageCodes.Count)
            throw new ArgumentException($"a table has 1 to {PageCodes.Count} sizes, not {sizes.Length}", nameof(sizes));
        for (var code = 0; code < sizes.Length; code++)
            (low, high) = Place(low, high, sizes[code], code);
    }

    /// <summary>A table of page sizes with the codes a piece of hardware gives them.</summary>
    /// <exception cref="ArgumentException">No size, a code that is not 0 to 15, or a size or a code twice.</exception>
    public PageSizeTable(params ReadOnlySpan<(PageSize Size, int Code)> coded)
    {
        if (coded.IsEmpty)
            throw new ArgumentException("a table has at least one size", nameof(coded));
        foreach (var (size, code) in coded)
            (low, high) = Place(low, high, size, code);
    }

    /// <summary>The processor's own 4 KB and the fourteen sizes of the GRU from 64 KB to 1 TB (PGS-1); code 15 is free.</summary>
    public static PageSizeTable Default { get; } = new(
        PageSize.Of4K, PageSize.Of64K, PageSize.Of256K, PageSize.Of512K, PageSize.Of2M, PageSize.Of8M, PageSize.Of32M, PageSize.Of128M,
        PageSize.Of512M, PageSize.Of2G, PageSize.Of8G, PageSize.Of32G, PageSize.Of128G, PageSize.Of512G, PageSize.Of1T);

    /// <summary>Codes 0 to 7, a byte each, as <see cref="PageCodes"/> reads them.</summary>
    public ulong LowCodes => low;

    /// <summary>Codes 8 to 15, a byte each, as <see cref="PageCodes"/> reads them.</summary>
    public ulong HighCodes => high;

    /// <summary>The number of sizes, 1 to 16.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            for (var code = 0; code < PageCodes.Count; code++)
                count += PageCodes.ShiftOf(low, high, code) == 0 ? 0 : 1;
            return count;
        }
    }

    /// <summary>The sizes, by ascending code.</summary>
    public IEnumerable<PageSize> Sizes
    {
        get
        {
            for (var code = 0; code < PageCodes.Count; code++)
            {
                if (TryOfCode(code, out var size))
                    yield return size;
            }
        }
    }

    /// <summary>Whether the size is one of the table.</summary>
    public bool Contains(PageSize size) => PageCodes.Has(low, high, size.Shift);

    /// <summary>The code of a size, 0 to 15.</summary>
    /// <exception cref="ArgumentException">The size is not one of the table.</exception>
    public int CodeOf(PageSize size) => TryFind(size, out var code)
        ? code
        : throw new ArgumentException($"{size} is not in the table", nameof(size));

    /// <summary>The code of a size, 0 to 15, or false if it is not one of the table.</summary>
    public bool TryFind(PageSize size, out int code)
    {
        var found = Contains(size);
        code = found ? PageCodes.CodeOf(low, high, size.Shift) : -1;
        return found;
    }

    /// <summary>The size a code stands for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is free, or not 0 to 15.</exception>
    public PageSize OfCode(int code) => TryOfCode(code, out var size)
        ? size
        : throw new ArgumentOutOfRangeException(nameof(code), code, "no page size has this code");

    /// <summary>The size a code stands for, or false if the code is free, or not 0 to 15.</summary>
    public bool TryOfCode(int code, out PageSize size)
    {
        var shift = code is >= 0 and < PageCodes.Count ? PageCodes.ShiftOf(low, high, code) : 0;
        size = shift == 0 ? default : new PageSize(shift);
        return shift != 0;
    }

    /// <summary>The sizes: <c>4 KB, 64 KB, …</c>.</summary>
    public override string ToString() => string.Join(", ", Sizes);

    private static (ulong Low, ulong High) Place(ulong low, ulong high, PageSize size, int code)
    {
        if (code is < 0 or >= PageCodes.Count)
            throw new ArgumentException($"{size} cannot have code {code}: codes are 0 to {PageCodes.Count - 1}");
        if (PageCodes.Has(low, high, size.Shift))
            throw new ArgumentException($"{size} is in the table twice");
        if (PageCodes.ShiftOf(low, high, code) != 0)
            throw new ArgumentException($"{size} cannot have code {code}: {new PageSize(PageCodes.ShiftOf(low, high, code))} has it");
        return (PageCodes.PlaceLow(low, code, size.Shift), PageCodes.PlaceHigh(high, code, size.Shift));
    }
}
