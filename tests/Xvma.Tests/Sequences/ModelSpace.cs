namespace Xvma.Tests.Sequences;

/// <summary>An address space too simple to be wrong: a list of mappings, and the bytes of every page that was touched.</summary>
internal sealed class ModelSpace(AddressRange region)
{
    private readonly List<ModelMapping> mappings = [];
    private readonly Dictionary<ulong, byte[]> pages = [];

    public IEnumerable<ModelMapping> Mappings => mappings.OrderBy(mapping => mapping.Start);

    public long Frames => pages.Count;

    public (XvmaError Error, ulong Start) Map(ulong length, PageSize size, Rights rights, ulong? at, PageSizeTable table)
    {
        if (!rights.IsKnown()) return (XvmaError.BadRights, 0);
        if (!table.Contains(size)) return (XvmaError.UnknownPageSize, 0);
        if (length == 0) return (XvmaError.ZeroLength, 0);
        if (length % size.Bytes != 0) return (XvmaError.Unaligned, 0);
        if (at is { } wanted && wanted % size.Bytes != 0) return (XvmaError.Unaligned, 0);
        if (at is { } asked && !region.Contains(new AddressRange(new(asked), length))) return (XvmaError.OutsideRegion, 0);

        var start = at ?? region.Start.Value;
        while (mappings.Any(mapping => mapping.Overlaps(new(new(start), length))))
        {
            if (at is not null) return (XvmaError.Overlap, 0);
            start += size.Bytes;
        }

        mappings.Add(new(start, length, size, rights));
        return (XvmaError.None, start);
    }

    public XvmaError Unmap(AddressRange range)
    {
        if (!region.Contains(range)) return XvmaError.OutsideRegion;
        if (mappings.Any(mapping => mapping.IsCut(range))) return XvmaError.Unaligned;
        if (!mappings.Any(mapping => mapping.Overlaps(range))) return XvmaError.NotMapped;
        Replace(range, _ => null);
        foreach (var page in pages.Keys.Where(page => range.Contains(new ExtendedAddress(page))).ToArray()) pages.Remove(page);
        return XvmaError.None;
    }

    public XvmaError Protect(AddressRange range, Rights rights)
    {
        if (!rights.IsKnown()) return XvmaError.BadRights;
        if (!region.Contains(range)) return XvmaError.OutsideRegion;
        if (!mappings.Any(mapping => mapping.Overlaps(range))) return XvmaError.NotMapped;
        if (mappings.Any(mapping => mapping.IsCut(range))) return XvmaError.Unaligned;
        Replace(range, mapping => rights);
        return XvmaError.None;
    }

    /// <summary>The bytes from an address to the end of its page, given memory if it had none; or why not.</summary>
    public FaultCause Touch(ulong address, bool write, out Span<byte> rest)
    {
        rest = default;
        if (mappings.FirstOrDefault(mapping => mapping.Contains(address)) is not { } found) return FaultCause.NotMapped;
        if (found.Rights == Rights.None || (write && found.Rights != Rights.ReadWrite)) return FaultCause.NotPermitted;
        var page = address / found.PageSize.Bytes * found.PageSize.Bytes;
        if (!pages.TryGetValue(page, out var bytes)) pages.Add(page, bytes = new byte[found.PageSize.Bytes]);
        rest = bytes.AsSpan((int)(address - page));
        return FaultCause.None;
    }

    // What of a mapping lies in the range gets other rights, or goes; what has these rights already is not split.
    private void Replace(AddressRange range, Func<ModelMapping, Rights?> rights)
    {
        foreach (var mapping in mappings.Where(mapping => mapping.Overlaps(range)).ToArray())
        {
            var asked = rights(mapping);
            if (asked == mapping.Rights) continue;
            mappings.Remove(mapping);
            var first = Math.Max(mapping.Start, range.Start.Value);
            var last = Math.Min(mapping.Last, range.Last.Value);
            if (mapping.Start < first) mappings.Add(mapping with { Length = first - mapping.Start });
            if (asked is { } given) mappings.Add(mapping with { Start = first, Length = last - first + 1, Rights = given });
            if (last < mapping.Last) mappings.Add(mapping with { Start = last + 1, Length = mapping.Last - last });
        }
    }
}
