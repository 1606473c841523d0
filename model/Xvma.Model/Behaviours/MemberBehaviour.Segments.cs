namespace Xvma.Model;

/// <content>XPMEM: what any thread of a task can do with segments.</content>
public abstract partial class MemberBehaviour
{
    /// <summary>Exports a range of private memory.</summary>
    public Result<SegmentId> Make(AddressRange range, Rights rights = Rights.ReadWrite)
    {
        Calls.Begin($"MakeSegment {range} {rights}");
        return Calls.Return(Task.TryMakeSegment(range, rights));
    }

    /// <summary>Takes a segment back.</summary>
    public Result Remove(SegmentId segment)
    {
        Calls.Begin($"RemoveSegment {segment}");
        return Calls.Return(Task.TryRemoveSegment(segment));
    }

    /// <summary>Gets a permit.</summary>
    public Result<PermitId> Get(SegmentId segment, Rights rights = Rights.ReadWrite)
    {
        Calls.Begin($"Get {segment} {rights}");
        return Calls.Return(Task.TryGet(segment, rights));
    }

    /// <summary>Gives a permit up.</summary>
    public Result Release(PermitId permit)
    {
        Calls.Begin($"Release {permit}");
        return Calls.Return(Task.TryRelease(permit));
    }

    /// <summary>Attaches at an address of the task.</summary>
    public Result<Window> Attach(PermitId permit, ulong length, PageSize pageSize, ulong offset = 0, ExtendedAddress? at = null)
    {
        Calls.Begin($"AttachPrivate {permit} + {offset} {length} B in pages of {pageSize} {at}");
        return Calls.Return(Task.TryAttachPrivate(permit, offset, length, pageSize, at: at));
    }

    /// <summary>Attaches at an address of the group.</summary>
    public Result<Window> AttachShared(PermitId permit, ulong length, PageSize pageSize, ulong offset = 0, ExtendedAddress? at = null)
    {
        Calls.Begin($"AttachShared {permit} + {offset} {length} B in pages of {pageSize} {at}");
        return Calls.Return(Task.TryAttachShared(permit, offset, length, pageSize, at: at));
    }

    /// <summary>Detaches.</summary>
    public Result Detach(AddressRange range)
    {
        Calls.Begin($"Detach {range}");
        return Calls.Return(Task.TryDetach(range));
    }
}
