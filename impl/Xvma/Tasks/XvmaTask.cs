namespace Xvma;

/// <summary>
/// A task: credentials, a private extended address space, at most one membership, and a GRU context. A handle, not a thread: any thread
/// may call it, and calls on one task take effect one after the other (TSK-2).
/// </summary>
/// <remarks>
/// Each operation has a <c>Try</c> form that returns why it was refused, and one that throws <see cref="XvmaException"/>. A refused
/// operation has changed nothing. Disposing a task ends it.
/// </remarks>
public abstract partial class XvmaTask : IDisposable
{
    private protected XvmaTask()
    {
    }

    /// <summary>Its number: 1 for the first task of a machine, and up; never given to another (INV-9).</summary>
    public abstract long Id { get; }

    /// <summary>Its uid now.</summary>
    public abstract int Uid { get; }

    /// <summary>The partition it runs in, for good: 0 in a machine of one (PAR-1).</summary>
    public abstract int Partition { get; }

    /// <summary>Where it stands in its life.</summary>
    public abstract TaskState State { get; }

    /// <summary>The group it is a member of now, or null.</summary>
    public abstract GroupId? Membership { get; }

    /// <summary>Its first instruction slot.</summary>
    public abstract Gru Gru { get; }

    /// <summary>Opens another instruction slot, for another thread of the task (INS-1).</summary>
    /// <returns>The slot; refused with <see cref="XvmaError.TaskGone"/> or <see cref="XvmaError.NoSlot"/>.</returns>
    public abstract Result<Gru> TryOpenGru();

    /// <summary>Creates a shared_xmm with this task as its only member and its uid for good (GRP-1).</summary>
    /// <returns>Its id; refused with <see cref="XvmaError.TaskGone"/> or <see cref="XvmaError.AlreadyMember"/>.</returns>
    public abstract Result<GroupId> TryCreateSharedXmm();

    /// <summary>Becomes a member of a group of the same uid (GRP-2, GRP-4).</summary>
    /// <returns>
    /// Refused with <see cref="XvmaError.TaskGone"/>, <see cref="XvmaError.AlreadyMember"/>, <see cref="XvmaError.NoSuchGroup"/> or
    /// <see cref="XvmaError.NotPermitted"/>.
    /// </returns>
    public abstract Result TryJoin(GroupId group);

    /// <summary>Ends the membership: when it returns, nothing of the group is reachable from this task (GRP-5).</summary>
    /// <returns>Refused with <see cref="XvmaError.TaskGone"/> or <see cref="XvmaError.NotAMember"/>.</returns>
    public abstract Result TryLeave();

    /// <summary>Maps zeroed memory for all members, at one address (SHM-1, SHM-2).</summary>
    /// <param name="length">Bytes; a positive multiple of the page size.</param>
    /// <param name="pageSize">One of the machine's table.</param>
    /// <param name="rights">What members may do with it.</param>
    /// <param name="at">Where: an address for there or nowhere, nothing for anywhere, or a <see cref="Placement"/>.</param>
    /// <param name="from">Ordinary memory, a page at its first fault, or mega pages, all of them now (MEM-11).</param>
    /// <returns>
    /// The mapping; refused with <see cref="XvmaError.TaskGone"/>, <see cref="XvmaError.NotAMember"/>, <see cref="XvmaError.ZeroLength"/>,
    /// <see cref="XvmaError.TooLong"/>, <see cref="XvmaError.Unaligned"/>, <see cref="XvmaError.OutsideRegion"/>,
    /// <see cref="XvmaError.UnknownPageSize"/>, <see cref="XvmaError.BadRights"/>, <see cref="XvmaError.Overlap"/>,
    /// <see cref="XvmaError.NoAddressSpace"/>, <see cref="XvmaError.TooManyMappings"/>, <see cref="XvmaError.OverLimit"/> or
    /// <see cref="XvmaError.NoMegaPages"/>.
    /// </returns>
    public abstract Result<Window> TryMapShared(
        ulong length, PageSize pageSize, Rights rights = Rights.ReadWrite, Placement at = default, MemorySource from = MemorySource.Ordinary);

    /// <summary>Maps zeroed memory for this task alone (MAP-1). Parameters and refusals as for a shared mapping, without the membership.</summary>
    public abstract Result<Window> TryMapPrivate(
        ulong length, PageSize pageSize, Rights rights = Rights.ReadWrite, Placement at = default, MemorySource from = MemorySource.Ordinary);

    /// <summary>
    /// Removes every mapping, or part of one, inside the range: of the group when the range is shared, else of the task (MAP-5, SHM-3).
    /// When it returns, no instruction anywhere reaches what was there, and its memory is given back (INV-4).
    /// </summary>
    /// <returns>
    /// Refused with <see cref="XvmaError.TaskGone"/>, <see cref="XvmaError.NotAMember"/>, <see cref="XvmaError.OutsideRegion"/>,
    /// <see cref="XvmaError.Unaligned"/> (an edge inside a page), <see cref="XvmaError.NotMapped"/> or, when a mapping would be split,
    /// <see cref="XvmaError.TooManyMappings"/>.
    /// </returns>
    public abstract Result TryUnmap(AddressRange range);

    /// <summary>Sets the rights of every mapping, or part of one, inside the range (MAP-6). Refusals as for unmap, and <see cref="XvmaError.BadRights"/>.</summary>
    public abstract Result TryProtect(AddressRange range, Rights rights);

    /// <summary>
    /// Takes everything mapped in the range, with its memory and what is in it, to other addresses of the same space, at the same distances
    /// (MAP-15). When it returns, no instruction anywhere reaches it at its old addresses.
    /// </summary>
    /// <param name="range">What is to move; gaps in it stay gaps. Its start is a multiple of its largest page size.</param>
    /// <param name="to">Where to: a free range of the same length, a multiple of that page size too. Nothing is moved in place of others.</param>
    /// <returns>
    /// The new range; refused as an unmap and a map are, with <see cref="XvmaError.Overlap"/> also when the new range meets the old one,
    /// and with <see cref="XvmaError.NotPermitted"/> where something is attached.
    /// </returns>
    public abstract Result<Window> TryMove(AddressRange range, Placement to = default);

    /// <summary>Gives every page that the range touches its memory beforehand, so that no later access waits for that or fails for want of it (MEM-9).</summary>
    /// <returns>
    /// Refused with <see cref="XvmaError.TaskGone"/>, <see cref="XvmaError.NotAMember"/>, <see cref="XvmaError.OutsideRegion"/>,
    /// <see cref="XvmaError.NotMapped"/> or <see cref="XvmaError.NoMemory"/>, which has given memory to none of them.
    /// </returns>
    public abstract Result TryPopulate(AddressRange range);

    /// <summary>
    /// Drops the contents of everything mapped in the range and gives its memory back; the mappings stay, and read zero when they are next
    /// accessed (MEM-10).
    /// </summary>
    /// <returns>
    /// Refused with <see cref="XvmaError.TaskGone"/>, <see cref="XvmaError.NotAMember"/>, <see cref="XvmaError.OutsideRegion"/>,
    /// <see cref="XvmaError.Unaligned"/> (an edge inside a page), <see cref="XvmaError.NotMapped"/> or, where something is attached, <see cref="XvmaError.NotPermitted"/>.
    /// </returns>
    public abstract Result TryAdviseFree(AddressRange range);

    /// <summary>
    /// Takes the task's GRU context to another chiplet of its partition; the next miss loads it there (CTX-10). Waits until none of the task's
    /// instructions is between its miss and its end.
    /// </summary>
    /// <param name="chiplet">Which, from 0.</param>
    /// <returns>Refused with <see cref="XvmaError.TaskGone"/> or <see cref="XvmaError.NoSuchChiplet"/>.</returns>
    public abstract Result TryMigrate(int chiplet);

    /// <summary>Takes another uid; membership, segments, permits and attachments are lost before that takes effect (TSK-4). The same uid again changes nothing.</summary>
    /// <returns>Refused with <see cref="XvmaError.TaskGone"/>.</returns>
    public abstract Result TryChangeUid(int uid);

    /// <summary>A new task with the same uid and nothing else of this one's (TSK-5).</summary>
    /// <returns>Refused with <see cref="XvmaError.TaskGone"/>.</returns>
    public abstract Result<XvmaTask> TryFork();

    /// <summary>Drops mappings, membership, segments, permits and context; the task lives on with its id and uid (TSK-6).</summary>
    /// <returns>Refused with <see cref="XvmaError.TaskGone"/>.</returns>
    public abstract Result TryExec();

    /// <summary>Ends the task; when it returns, the task is dead and holds nothing (TRD-4). Another's kill is the same.</summary>
    /// <returns>Refused with <see cref="XvmaError.TaskGone"/> when somebody else already has.</returns>
    public abstract Result TryExit();

    /// <inheritdoc cref="TryOpenGru"/>
    public Gru OpenGru() => TryOpenGru().OrThrow();

    /// <inheritdoc cref="TryCreateSharedXmm"/>
    public GroupId CreateSharedXmm() => TryCreateSharedXmm().OrThrow();

    /// <inheritdoc cref="TryJoin"/>
    public void Join(GroupId group) => TryJoin(group).OrThrow();

    /// <inheritdoc cref="TryLeave"/>
    public void Leave() => TryLeave().OrThrow();

    /// <inheritdoc cref="TryMapShared"/>
    public Window MapShared(ulong length, PageSize pageSize, Rights rights = Rights.ReadWrite, Placement at = default, MemorySource from = MemorySource.Ordinary) =>
        TryMapShared(length, pageSize, rights, at, from).OrThrow();

    /// <inheritdoc cref="TryMapPrivate"/>
    public Window MapPrivate(ulong length, PageSize pageSize, Rights rights = Rights.ReadWrite, Placement at = default, MemorySource from = MemorySource.Ordinary) =>
        TryMapPrivate(length, pageSize, rights, at, from).OrThrow();

    /// <inheritdoc cref="TryUnmap"/>
    public void Unmap(AddressRange range) => TryUnmap(range).OrThrow();

    /// <inheritdoc cref="TryProtect"/>
    public void Protect(AddressRange range, Rights rights) => TryProtect(range, rights).OrThrow();

    /// <inheritdoc cref="TryMove"/>
    public Window Move(AddressRange range, Placement to = default) => TryMove(range, to).OrThrow();

    /// <inheritdoc cref="TryPopulate"/>
    public void Populate(AddressRange range) => TryPopulate(range).OrThrow();

    /// <inheritdoc cref="TryAdviseFree"/>
    public void AdviseFree(AddressRange range) => TryAdviseFree(range).OrThrow();

    /// <inheritdoc cref="TryMigrate"/>
    public void Migrate(int chiplet) => TryMigrate(chiplet).OrThrow();

    /// <inheritdoc cref="TryChangeUid"/>
    public void ChangeUid(int uid) => TryChangeUid(uid).OrThrow();

    /// <inheritdoc cref="TryFork"/>
    public XvmaTask Fork() => TryFork().OrThrow();

    /// <inheritdoc cref="TryExec"/>
    public void Exec() => TryExec().OrThrow();

    /// <inheritdoc cref="TryExit"/>
    public void Exit() => TryExit().OrThrow();

    /// <summary>Ends the task from outside; the same as its own exit (TRD-5).</summary>
    public Result TryKill() => TryExit();

    /// <summary>Ends the task if it still lives.</summary>
    public void Dispose()
    {
        _ = TryExit();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public override string ToString() => $"task {Id}";
}
