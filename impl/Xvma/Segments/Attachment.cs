using Xvma.Sync;

namespace Xvma;

/// <summary>
/// What is behind a mapping made with a permit (XPM-3): no memory of its own, but at each fault that of the segment's owner (XPM-8). Where
/// a mapping of it begins in the backing is where in the owner's space the page lies that it shows.
/// </summary>
internal sealed class Attachment<TSync> : Backing<TSync>
    where TSync : struct, ISync
{
    private AtomicInt64<TSync> pagesLeft;

    public Attachment(long id, Permit<TSync> permit, AddressSpace<TSync> space, AddressRange range, PageSize pageSize, AddressRange shown)
    {
        Id = id;
        Permit = permit;
        Space = space;
        Range = range;
        Shown = shown;
        pagesLeft = new((long)(range.Length >> pageSize.Shift), new("pages left", "attachment", id));
    }

    public long Id { get; }

    public Permit<TSync> Permit { get; }

    /// <summary>Where it is attached: the holder's own space or that of its group.</summary>
    public AddressSpace<TSync> Space { get; }

    /// <summary>The addresses it was given there; parts of them may have been unmapped since.</summary>
    public AddressRange Range { get; }

    /// <summary>The addresses in the owner's space that it shows; as many.</summary>
    public AddressRange Shown { get; }

    /// <summary>Where it shows a part of what it shows.</summary>
    public AddressRange PlaceOf(AddressRange part) => new(Range.Start + (part.Start.Value - Shown.Start.Value), part.Length);

    /// <summary>What is still mapped of it with the lowest address, or null.</summary>
    public Mapping<Backing<TSync>>? FirstPiece()
    {
        foreach (var mapping in Space.Mappings.Overlapping(Range))
        {
            if (ReferenceEquals(mapping.Backing, this)) return mapping;
        }

        return null;
    }

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => $"attachment {Id}";

    /// <summary>Pages of it have been unmapped; after the last of them no recall needs to know of it.</summary>
    public override void Release(long first, long count)
    {
        if (pagesLeft.Add(-count) != 0) return;
        Permit.Segment.Forget(this);
        Permit.ReleaseIfLost();
    }
}
