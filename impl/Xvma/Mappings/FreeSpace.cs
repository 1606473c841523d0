namespace Xvma;

/// <summary>The search for the lowest free place of a length and an alignment within a region.</summary>
/// <remarks>
/// A subtree none of whose gaps is long enough is not entered, so a search goes down once, plus once for each gap that is long enough but
/// lies so that the alignment does not fit. With no such gaps, as where lengths are multiples of their alignment, it takes O(log n).
/// </remarks>
internal readonly struct FreeSpace<TBacking>(ulong length, int alignmentShift, AddressRange region)
    where TBacking : class
{
    private readonly ulong regionFirst = region.Start.Value;
    private readonly ulong regionLast = region.Last.Value;

    /// <summary>Searches below, between and above the mappings of a whole tree.</summary>
    public bool TryFind(MappingNode<TBacking>? tree, out ulong start)
    {
        if (tree is null)
            return Fits(0, ulong.MaxValue, out start);
        if (tree.TreeFirst > 0 && Fits(0, tree.TreeFirst - 1, out start))
            return true;
        if (TryInside(tree, out start))
            return true;
        return tree.TreeLast < ulong.MaxValue && Fits(tree.TreeLast + 1, ulong.MaxValue, out start);
    }

    // Between the mappings of a subtree, from the lowest gap up.
    private bool TryInside(MappingNode<TBacking>? tree, out ulong start)
    {
        start = 0;
        if (tree is null || tree.LongestGap < length || !AddressMath.Overlaps(tree.TreeFirst, tree.TreeLast, regionFirst, regionLast))
            return false;
        if (TryInside(tree.Left, out start))
            return true;
        if (tree.Left is { } left && TryBetween(left.TreeLast, tree.First, out start))
            return true;
        if (tree.Right is { } right && TryBetween(tree.Last, right.TreeFirst, out start))
            return true;
        return TryInside(tree.Right, out start);
    }

    private bool TryBetween(ulong last, ulong nextFirst, out ulong start)
    {
        start = 0;
        return nextFirst - last > 1 && Fits(last + 1, nextFirst - 1, out start);
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
