namespace Xvma.Observing;

/// <content>XPMEM.</content>
internal sealed partial class ObservedTask<TSync>
{
    public override Result<SegmentId> TryMakeSegment(AddressRange range, Rights rights = Rights.ReadWrite)
    {
        Tell(new CallView(Operation.Make, Id, Address: range.Start.Value, Length: range.Length, Number: (long)rights));
        var made = task.TryMakeSegment(range, rights);
        TellEnd(Operation.Make, made.Error);
        return made;
    }

    public override Result TryRemoveSegment(SegmentId segment)
    {
        Tell(new CallView(Operation.Remove, Id, Number: segment.Value));
        return End(Operation.Remove, task.TryRemoveSegment(segment));
    }

    public override Result<PermitId> TryGet(SegmentId segment, Rights rights = Rights.ReadWrite)
    {
        Tell(new CallView(Operation.Get, Id, Number: segment.Value, Rights: rights));
        var permitted = task.TryGet(segment, rights);
        TellEnd(Operation.Get, permitted.Error);
        return permitted;
    }

    public override Result TryRelease(PermitId permit)
    {
        Tell(new CallView(Operation.Release, Id, Number: permit.Value));
        return End(Operation.Release, task.TryRelease(permit));
    }

    public override Result<Window> TryAttachPrivate(
        PermitId permit, ulong offset, ulong length, PageSize pageSize, Rights? rights = null, ExtendedAddress? at = null)
    {
        TellAttach(Operation.AttachPrivate, permit, offset, length, pageSize, rights, at);
        var attached = task.TryAttachPrivate(permit, offset, length, pageSize, rights, at);
        TellEnd(Operation.AttachPrivate, attached.Error);
        return attached;
    }

    public override Result<Window> TryAttachShared(
        PermitId permit, ulong offset, ulong length, PageSize pageSize, Rights? rights = null, ExtendedAddress? at = null)
    {
        TellAttach(Operation.AttachShared, permit, offset, length, pageSize, rights, at);
        var attached = task.TryAttachShared(permit, offset, length, pageSize, rights, at);
        TellEnd(Operation.AttachShared, attached.Error);
        return attached;
    }

    public override Result TryDetach(AddressRange range)
    {
        Tell(new CallView(Operation.Detach, Id, Address: range.Start.Value, Length: range.Length));
        return End(Operation.Detach, task.TryDetach(range));
    }

    private void TellAttach(
        Operation operation, PermitId permit, ulong offset, ulong length, PageSize pageSize, Rights? rights, ExtendedAddress? at) => Tell(new CallView(
        operation, Id, Address: at?.Value ?? 0, Length: length, Destination: offset, Number: permit.Value, PageShift: pageSize.Shift,
        Rights: rights ?? Rights.None));
}
