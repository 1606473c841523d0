using Xvma.Sync;

namespace Xvma;

/// <summary>A range of a task's private space that others of its uid may attach (XPM-1), until its owner removes it (XPM-6).</summary>
/// <remarks>
/// Its gate makes one instant of "is it live?" and what is done because it is. It is the innermost of the locks of tasks and spaces, and held
/// for a few cells only: whoever takes something back through it holds no lock of the task or the space it takes it from (TSK-8).
/// </remarks>
internal sealed class Segment<TSync>
    where TSync : struct, ISync
{
    private readonly Mutex<TSync> gate;
    private readonly Registry<TSync, Attachment<TSync>> attachments;
    private AtomicInt64<TSync> stage;

    public Segment(SegmentId id, Partition<TSync> home, long owner, int uid, AddressSpace<TSync> space, AddressRange range, Rights rights)
    {
        Home = home;
        Id = id;
        Owner = owner;
        Uid = uid;
        Space = space;
        Range = range;
        Rights = rights;
        gate = new(new("gate", "segment", id.Value));
        attachments = new(new("attachments", "segment", id.Value));
        stage = new((long)SegmentStage.Live, new("stage", "segment", id.Value) { Show = StageText.Of<SegmentStage> });
    }

    public SegmentId Id { get; }

    /// <summary>The owner's partition.</summary>
    public Partition<TSync> Home { get; }

    /// <summary>The task that made it.</summary>
    public long Owner { get; }

    /// <summary>The owner's uid, for good: the owner removes its segments before it takes another (XPM-7).</summary>
    public int Uid { get; }

    /// <summary>The owner's private space.</summary>
    public AddressSpace<TSync> Space { get; }

    /// <summary>What of it is exported; mapped or not.</summary>
    public AddressRange Range { get; }

    /// <summary>What permits may allow at most (XPM-4).</summary>
    public Rights Rights { get; }

    public SegmentStage Stage => (SegmentStage)stage.Load();

    public bool IsLive => Stage == SegmentStage.Live;

    /// <summary>Whether it is gone, and so is the partition that it was of (PAR-3).</summary>
    public bool IsLost => Home.HasFailed && Stage == SegmentStage.Removed;

    public IEnumerable<Attachment<TSync>> Attachments => attachments.Entries.Values;

    /// <summary>Gives a task a permit (XPM-2), under the task's gate, so that its uid is what is said here (XPM-7).</summary>
    public Result<PermitId> TryGive(long task, int uid, Rights rights, MachineParts<TSync> parts, Registry<TSync, Permit<TSync>> to)
    {
        using var held = gate.Enter();
        if (!IsLive) return Refusals.NoSuchSegment(Id);
        if (uid != Uid) return Refusals.NotTheOwnersUid(uid, Uid);
        if (!Rights.Allow(rights)) return Refusals.MoreThanGiven(rights, Rights);
        var permit = Seam<TSync>.Share(
            (Id: new PermitId(parts.NextPermit()), task, Segment: this, rights, to),
            static made => new Permit<TSync>(made.Id, made.task, made.Segment, made.rights, made.to));
        to.Add(permit.Id.Value, permit);
        return permit.Id;
    }

    /// <summary>
    /// Lets an attachment translate: it is known here before its mapping is, so that no recall passes it by (XPM-8). Under the changes of
    /// its space.
    /// </summary>
    public Result TryPublish(Attachment<TSync> attachment, MappingMap<Backing<TSync>> next)
    {
        using var held = gate.Enter();
        if (!IsLive) return Refusals.NoSuchSegment(Id);
        attachments.Add(attachment.Id, attachment);
        attachment.Space.Publish(next);
        return Result.Ok;
    }

    /// <summary>Nothing is mapped of it any more.</summary>
    public void Forget(Attachment<TSync> attachment) => attachments.TryRemove(attachment.Id);

    /// <summary>
    /// Takes back what attachments have borrowed of a range of the owner's memory (XPM-8): when this returns no instruction holds a translation
    /// of it, and none gets one before the owner's bracket is over, or at all when the segment is not live. Takes no lock of an attacher.
    /// </summary>
    public void Recall(AddressRange range)
    {
        foreach (var attachment in Attachments)
        {
            if (attachment.Shown.TryIntersect(range, out var common))
                Invalidation<TSync>.Recall(attachment.Space, attachment.PlaceOf(common));
        }
    }

    /// <summary>Removes it: when this returns nothing translates through it any more, and never will (XPM-6).</summary>
    /// <returns>False when somebody else already does: then it is theirs to finish.</returns>
    public bool TryRemove()
    {
        using (gate.Enter())
        {
            if (!IsLive) return false;
            stage.Store((long)SegmentStage.Removing);
        }

        Recall(Range);
        stage.Store((long)SegmentStage.Removed);
        return true;
    }

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => Id.ToString();
}
