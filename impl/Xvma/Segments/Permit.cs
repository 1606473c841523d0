namespace Xvma;

/// <summary>The right of one task to attach a segment (XPM-2). Immutable: that it is held is said by its holder's list of permits.</summary>
internal sealed class Permit<TSync>(PermitId id, long holder, Segment<TSync> segment, Rights rights, Registry<TSync, Permit<TSync>> holdings)
    where TSync : struct, Sync.ISync
{
    public PermitId Id { get; } = id;

    /// <summary>The task that got it.</summary>
    public long Holder { get; } = holder;

    public Segment<TSync> Segment { get; } = segment;

    /// <summary>What attachments may allow at most (XPM-4).</summary>
    public Rights Rights { get; } = rights;

    /// <summary>Whether any page is still mapped under it (XPM-5). By the maps themselves, so that it is so at the instant of an unmap.</summary>
    public bool IsInUse()
    {
        foreach (var attachment in Segment.Attachments)
        {
            if (ReferenceEquals(attachment.Permit, this) && attachment.FirstPiece() is not null) return true;
        }

        return false;
    }

    /// <summary>
    /// Gives it up when it is for a segment of a partition that has failed and nothing is attached with it (PAR-3); who removes the last that is
    /// does so, too. By whoever comes: its holder has nothing to decide any more.
    /// </summary>
    public void ReleaseIfLost()
    {
        if (Segment.IsLost && !IsInUse()) holdings.TryRemove(Id.Value);
    }

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => Id.ToString();
}
