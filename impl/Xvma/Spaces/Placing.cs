namespace Xvma;

/// <summary>Finds the range that a mapping is to have.</summary>
internal static class Placing
{
    /// <summary>The range that a placement comes to. Whether it is free is for an exact one to be seen when it is put there.</summary>
    /// <param name="now">What is mapped.</param>
    /// <param name="region">Where mappings of the space may lie.</param>
    /// <param name="length">Bytes; a positive multiple of the alignment.</param>
    /// <param name="alignment">What the start must be a multiple of.</param>
    /// <param name="at">What the caller asked for.</param>
    /// <param name="range">The range, when not refused.</param>
    public static Result TryPlace<TBacking>(
        MappingMap<TBacking> now, AddressRange region, ulong length, PageSize alignment, Placement at, out AddressRange range)
        where TBacking : class
    {
        range = default;
        if (at.Kind is PlacementKind.Exact or PlacementKind.Replace) return TryExactly(region, length, alignment, at.Address, out range);
        if (at.Kind == PlacementKind.Hint && TryExactly(region, length, alignment, at.Address, out range).IsOk && !now.Overlaps(range)) return Result.Ok;
        return now.FindFree(length, alignment, region, out range) ? Result.Ok : Refusals.NoAddressSpace(length);
    }

    private static Result TryExactly(AddressRange region, ulong length, PageSize alignment, ExtendedAddress wanted, out AddressRange range)
    {
        range = default;
        if (!alignment.IsAligned(wanted)) return Refusals.Unaligned(alignment);
        if (!AddressRange.TryCreate(wanted, length, out range)) return Refusals.TooLong(length);
        return region.Contains(range) ? Result.Ok : Refusals.OutsideRegion(range, region);
    }
}
