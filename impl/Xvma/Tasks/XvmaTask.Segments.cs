namespace Xvma;

/// <content>XPMEM: memory of one task, seen by others of its uid at addresses of theirs (chapter 14).</content>
public abstract partial class XvmaTask
{
    /// <summary>Exports a range of this task's private space, mapped or not, until it is removed (XPM-1).</summary>
    /// <param name="range">A multiple of 4,096 bytes from a multiple of 4,096; up to the whole private region.</param>
    /// <param name="rights">What others may do with it at most: to read, or to read and write.</param>
    /// <returns>
    /// Its id, for others to ask by; refused with <see cref="XvmaError.TaskGone"/>, <see cref="XvmaError.ZeroLength"/>,
    /// <see cref="XvmaError.Unaligned"/>, <see cref="XvmaError.OutsideRegion"/> or <see cref="XvmaError.BadRights"/>.
    /// </returns>
    public abstract Result<SegmentId> TryMakeSegment(AddressRange range, Rights rights = Rights.ReadWrite);

    /// <summary>
    /// Takes a segment of this task back (XPM-6): when it returns nothing is reached through any attachment of it. These stay where they
    /// are, and an access to one is a bus error.
    /// </summary>
    /// <returns>Refused with <see cref="XvmaError.TaskGone"/> or <see cref="XvmaError.NoSuchSegment"/>, also when it is another's.</returns>
    public abstract Result TryRemoveSegment(SegmentId segment);

    /// <summary>Gets the right to attach a segment of a task of the same uid (XPM-2, XPM-7).</summary>
    /// <param name="segment">Which.</param>
    /// <param name="rights">What attachments are to allow at most: to read, or to read and write.</param>
    /// <returns>
    /// The permit, for this task alone; refused with <see cref="XvmaError.TaskGone"/>, <see cref="XvmaError.NoSuchSegment"/>,
    /// <see cref="XvmaError.NotPermitted"/> (another uid, or more rights than the segment gives) or <see cref="XvmaError.BadRights"/>.
    /// </returns>
    public abstract Result<PermitId> TryGet(SegmentId segment, Rights rights = Rights.ReadWrite);

    /// <summary>Gives a permit up, once nothing is attached with it any more (XPM-5).</summary>
    /// <returns>
    /// Refused with <see cref="XvmaError.TaskGone"/>, <see cref="XvmaError.NoSuchPermit"/> or <see cref="XvmaError.StillAttached"/>.
    /// </returns>
    public abstract Result TryRelease(PermitId permit);

    /// <summary>Maps a part of a segment, holes and all, at an address of this task (XPM-3).</summary>
    /// <param name="permit">The right to, of this task.</param>
    /// <param name="offset">Where in the segment the part begins, in bytes; a place that is a multiple of the page size.</param>
    /// <param name="length">Bytes of it; a positive multiple of the page size.</param>
    /// <param name="pageSize">Pages that the owner has mapped in this size are shown; what it has in another is as not mapped.</param>
    /// <param name="rights">To read, or to read and write; null for what the permit gives.</param>
    /// <param name="at">Where; null lets the library choose.</param>
    /// <returns>
    /// The mapping; refused with <see cref="XvmaError.TaskGone"/>, <see cref="XvmaError.NoSuchPermit"/>, <see cref="XvmaError.NoSuchSegment"/>
    /// (it was removed), <see cref="XvmaError.NotPermitted"/> (more than the permit gives), <see cref="XvmaError.OutsideRegion"/> (not inside
    /// the segment, or the address is of another region) or what refuses a map: <see cref="XvmaError.ZeroLength"/>,
    /// <see cref="XvmaError.TooLong"/>, <see cref="XvmaError.Unaligned"/>, <see cref="XvmaError.UnknownPageSize"/>,
    /// <see cref="XvmaError.BadRights"/>, <see cref="XvmaError.Overlap"/>, <see cref="XvmaError.NoAddressSpace"/>,
    /// <see cref="XvmaError.TooManyMappings"/>, <see cref="XvmaError.OverLimit"/>.
    /// </returns>
    public abstract Result<Window> TryAttachPrivate(
        PermitId permit, ulong offset, ulong length, PageSize pageSize, Rights? rights = null, ExtendedAddress? at = null);

    /// <summary>
    /// The same at one address for all members of the group, until this task detaches it or leaves (XPM-3). Parameters and refusals as for a
    /// private one, and <see cref="XvmaError.NotAMember"/>.
    /// </summary>
    public abstract Result<Window> TryAttachShared(
        PermitId permit, ulong offset, ulong length, PageSize pageSize, Rights? rights = null, ExtendedAddress? at = null);

    /// <summary>Unmaps the attachments, or parts of them, inside the range (XPM-5); as for any shared mapping, any member may.</summary>
    /// <returns>Refused as an unmap, and with <see cref="XvmaError.NotMapped"/> when something in the range is no attachment.</returns>
    public abstract Result TryDetach(AddressRange range);

    /// <inheritdoc cref="TryMakeSegment"/>
    public SegmentId MakeSegment(AddressRange range, Rights rights = Rights.ReadWrite) => TryMakeSegment(range, rights).OrThrow();

    /// <inheritdoc cref="TryRemoveSegment"/>
    public void RemoveSegment(SegmentId segment) => TryRemoveSegment(segment).OrThrow();

    /// <inheritdoc cref="TryGet"/>
    public PermitId Get(SegmentId segment, Rights rights = Rights.ReadWrite) => TryGet(segment, rights).OrThrow();

    /// <inheritdoc cref="TryRelease"/>
    public void Release(PermitId permit) => TryRelease(permit).OrThrow();

    /// <inheritdoc cref="TryAttachPrivate"/>
    public Window AttachPrivate(
        PermitId permit, ulong offset, ulong length, PageSize pageSize, Rights? rights = null, ExtendedAddress? at = null) =>
        TryAttachPrivate(permit, offset, length, pageSize, rights, at).OrThrow();

    /// <inheritdoc cref="TryAttachShared"/>
    public Window AttachShared(
        PermitId permit, ulong offset, ulong length, PageSize pageSize, Rights? rights = null, ExtendedAddress? at = null) =>
        TryAttachShared(permit, offset, length, pageSize, rights, at).OrThrow();

    /// <inheritdoc cref="TryDetach"/>
    public void Detach(AddressRange range) => TryDetach(range).OrThrow();
}
