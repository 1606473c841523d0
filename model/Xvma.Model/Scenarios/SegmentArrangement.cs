namespace Xvma.Model;

/// <summary>A segment of one page that another task has attached, and what both need to meet there.</summary>
internal sealed class SegmentArrangement
{
    private SegmentArrangement(XvmaTask owner, Window memory, SegmentId segment) => (Owner, Memory, Segment) = (owner, memory, segment);

    /// <summary>Who made it.</summary>
    public XvmaTask Owner { get; }

    /// <summary>The memory that it exports.</summary>
    public Window Memory { get; }

    /// <summary>Its id.</summary>
    public SegmentId Segment { get; }

    /// <summary>Lets a task map pages, write 7 to the first, and export them.</summary>
    public static SegmentArrangement Of(XvmaTask owner, ulong pages = 1, Rights rights = Rights.ReadWrite)
    {
        var memory = owner.MapPrivate(pages * PageSize.Of64K.Bytes, PageSize.Of64K);
        owner.Gru.Store(memory.Start, 7UL);
        return new(owner, memory, owner.MakeSegment(memory.Range, rights));
    }

    /// <summary>Lets a task attach all of it.</summary>
    public Window AttachedBy(XvmaTask other) => other.AttachPrivate(other.Get(Segment), 0, Memory.Range.Length, PageSize.Of64K);
}
