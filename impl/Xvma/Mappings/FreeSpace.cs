namespace Xvma;

/// <summary>The search for the lowest free place of a length and an alignment within a region.</summary>
/// <remarks>
/// A subtree is not entered when none of its gaps is long enough, or none has a large enough aligned block: the search for one
/// aligned page goes down once, O(log n). One for several pages may go down once more for each gap that is as long and has room for fewer.
/// </remarks>
internal readonly struct FreeSpace<TBacking>(ulong length, int alignmentShift, AddressRange region)
    where TBacking : class
{
    private readonly ulong regionFirst = region.Start.Value;
    private readonly ulong regionLast = region.Last.Value;

    /// <summary>Wherever it fits, there is such a block: of the alignment's size, or as much of that as the length has.</summary>
    private readonly int blockShift = Math.Min(alignmentShift, System.Numerics.BitOperations.Log2(length));

    /// <summary>Searches below, between and above the mappings of a whole tree.</summary>
    public bool TryFind(MappingNode<TBacking>? tree, out ulong start)
    {
        if (tree is null)
            return Fits(0, ulong.MaxValue, out start);
        var whole = tree.Entry;
        if (whole.First > 0 && Fits(0, whole.First - 1, out start))
            return true;
        if (TryInside(tree, out start))
            return true;
        return whole.Last < ulong.MaxValue && Fits(whole.Last + 1, ulong.MaxValue, out start);
    }

    // Between the mappings of a subtree, from the lowest gap up.
    private bool TryInside(MappingNode<TBacking> tree, out ulong start)
    {
        start = 0;
        var entries = tree.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            ref readonly var entry = ref entries[i];
            if (i > 0 && TryBetween(entries[i - 1].Last, entry.First, out start))
                return true;
            if (entry.LongestGap >= length
                && entry.LargestBlock >= blockShift
                && AddressMath.Overlaps(entry.First, entry.Last, regionFirst, regionLast)
                && TryInside(tree.AsBranch()[i], out start))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryBetween(ulong last, ulong nextFirst, out ulong start)
    {
        start = 0;
        return nextFirst - last > length && Fits(last + 1, nextFirst - 1, out start);
    }

    private bool Fits(ulong gapFirst, ulong gapLast, out ulong start)
    {
        start = AddressMath.Upper(gapFirst, regionFirst);
        var last = AddressMath.Lower(gapLast, regionLast);
        if (!AddressMath.CanRoundUp(start, alignmentShift))
            return false;
        start = AddressMath.RoundUp(start, alignmentShift);
        return AddressMath.IsRange(start, length) && AddressMath.Last(start, length) <= last;
    }
}
