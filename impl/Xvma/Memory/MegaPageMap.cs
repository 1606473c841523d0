using System.Collections.Immutable;

namespace Xvma;

/// <summary>Which parts of the mega-page memory are free, as blocks of the sizes of a page-size table. Immutable.</summary>
/// <remarks>
/// The buddy system (Knowlton 1965), but a block parts into as many of the next smaller size as fit in it, which the table says: 16, 4 or 2.
/// The smallest free block that is large enough is taken, the lowest of those, and parted; a block that is given back joins its
/// neighbours when all of them are free. So no memory is free in two sizes at once, and what is free is free in the largest blocks it can
/// be.
/// </remarks>
public sealed class MegaPageMap
{
    private readonly ImmutableArray<PageSize> sizes;
    private readonly ImmutableArray<ImmutableSortedSet<ulong>> free;
    private readonly ImmutableArray<long> inUse;

    private MegaPageMap(ulong total, ImmutableArray<PageSize> sizes, ImmutableArray<ImmutableSortedSet<ulong>> free, ImmutableArray<long> inUse)
    {
        Total = total;
        this.sizes = sizes;
        this.free = free;
        this.inUse = inUse;
    }

    /// <summary>Bytes altogether.</summary>
    public ulong Total { get; }

    /// <summary>Bytes of all blocks that are free.</summary>
    public ulong Free => sizes.Select((size, level) => size.Bytes * (ulong)free[level].Count).Aggregate(0UL, static (sum, bytes) => sum + bytes);

    /// <summary>All of it free.</summary>
    /// <param name="table">The sizes it is handed out in.</param>
    /// <param name="total">Bytes; a multiple of the smallest of the sizes.</param>
    /// <exception cref="ArgumentException">The total is no such multiple.</exception>
    public static MegaPageMap Of(PageSizeTable table, ulong total)
    {
        ArgumentNullException.ThrowIfNull(table);
        ImmutableArray<PageSize> sizes = [.. table.Sizes.Order()];
        if (!sizes[0].IsAligned(total)) throw new ArgumentException($"mega-page memory is a multiple of {sizes[0]}", nameof(total));
        var free = sizes.Select(static _ => ImmutableSortedSet<ulong>.Empty).ToArray();
        var at = 0UL;
        for (var level = sizes.Length - 1; level >= 0; level--)
        {
            for (; total - at >= sizes[level].Bytes; at += sizes[level].Bytes) free[level] = free[level].Add(at);
        }

        return new(total, sizes, [.. free], [.. sizes.Select(static _ => 0L)]);
    }

    /// <summary>Takes one block.</summary>
    /// <param name="size">One of the table's.</param>
    /// <param name="place">Its first byte; a multiple of the size.</param>
    /// <returns>What is left, or null when no block is large enough.</returns>
    public MegaPageMap? TryTake(PageSize size, out ulong place)
    {
        var level = LevelOf(size);
        var from = level;
        while (from < sizes.Length && free[from].IsEmpty) from++;
        place = from < sizes.Length ? free[from].Min : 0;
        if (from == sizes.Length) return null;

        var next = free.SetItem(from, free[from].Remove(place));
        for (var parted = from - 1; parted >= level; parted--)
        {
            // The first part goes on being parted, or is the block asked for; the others are free.
            var rest = next[parted].ToBuilder();
            for (var part = sizes[parted].Bytes; part < sizes[parted + 1].Bytes; part += sizes[parted].Bytes) rest.Add(place + part);
            next = next.SetItem(parted, rest.ToImmutable());
        }

        return new(Total, sizes, next, inUse.SetItem(level, inUse[level] + 1));
    }

    /// <summary>Gives a block back, whole: as it was taken.</summary>
    /// <exception cref="InvalidOperationException">No block of this size is in use there.</exception>
    public MegaPageMap Give(ulong place, PageSize size)
    {
        var level = LevelOf(size);
        if (inUse[level] == 0 || !size.IsAligned(place) || place >= Total || IsFree(place, size.Bytes))
            throw new InvalidOperationException($"no mega page of {size} is in use at {place}");
        var used = inUse.SetItem(level, inUse[level] - 1);
        var next = free.SetItem(level, free[level].Add(place));
        for (; level + 1 < sizes.Length; level++)
        {
            var parent = place / sizes[level + 1].Bytes * sizes[level + 1].Bytes;
            if (!HasAllParts(next[level], parent, sizes[level].Bytes, sizes[level + 1].Bytes)) break;
            var rest = next[level].ToBuilder();
            for (var part = 0UL; part < sizes[level + 1].Bytes; part += sizes[level].Bytes) rest.Remove(parent + part);
            next = next.SetItem(level, rest.ToImmutable()).SetItem(level + 1, next[level + 1].Add(parent));
            place = parent;
        }

        return new(Total, sizes, next, used);
    }

    /// <summary>What is in use and what is free.</summary>
    public MegaPageUsage Usage() => new(
        Total,
        sizes.Select((size, level) => size.Bytes * (ulong)inUse[level]).Aggregate(0UL, static (sum, bytes) => sum + bytes),
        Free,
        sizes.Where((_, level) => !free[level].IsEmpty).Select(static size => (PageSize?)size).LastOrDefault(),
        [.. sizes.Select((size, level) => new MegaPageCount(size, inUse[level], free[level].Count))]);

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => $"{ByteUnits.Text(Free)} of {ByteUnits.Text(Total)} free";

    private static bool HasAllParts(ImmutableSortedSet<ulong> free, ulong parent, ulong bytes, ulong parentBytes)
    {
        for (var part = 0UL; part < parentBytes; part += bytes)
        {
            if (!free.Contains(parent + part)) return false;
        }

        return true;
    }

    // Whether any byte of it lies in a free block: one that contains it, or one inside of it.
    private bool IsFree(ulong place, ulong bytes)
    {
        for (var level = 0; level < sizes.Length; level++)
        {
            var set = free[level];
            if (set.Contains(place / sizes[level].Bytes * sizes[level].Bytes)) return true;
            var at = set.IndexOf(place);
            var first = at >= 0 ? at : ~at;
            if (first < set.Count && set[first] - place < bytes) return true;
        }

        return false;
    }

    private int LevelOf(PageSize size) =>
        sizes.IndexOf(size) is >= 0 and var level ? level : throw new ArgumentException($"{size} is not in the table", nameof(size));
}
