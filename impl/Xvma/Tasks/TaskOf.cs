using Xvma.Sync;

namespace Xvma;

/// <summary>A task. Its own operations, and its end, take effect one after the other under its gate (TSK-2).</summary>
/// <remarks>
/// Order of locks: task, partition, group, changes of a space, segment, context, chiplet, backing. A fault holds none of the first five. No thread holds
/// the gates of two tasks, or the changes of two spaces: what is taken back from another task is taken without any lock of that task.
/// </remarks>
internal sealed partial class TaskOf<TSync> : XvmaTask
    where TSync : struct, ISync
{
    private readonly MachineParts<TSync> parts;
    private readonly Partition<TSync> home;
    private readonly AddressSpace<TSync> own;
    private readonly Mutex<TSync> gate;
    private readonly GruContext<TSync> context;
    private AtomicInt64<TSync> uid;
    private AtomicInt64<TSync> state;
    private AtomicRef<TSync, Group<TSync>> group;

    public TaskOf(MachineParts<TSync> parts, Partition<TSync> home, long id, long space, int uid)
    {
        this.parts = parts;
        this.home = home;
        Id = id;
        own = new(space, AddressKind.Private, parts);
        gate = new(new("gate", "task", id));
        context = new(id, home.Index, own, parts);
        this.uid = new(uid, new("uid", "task", id));
        state = new((long)TaskState.Alive, new("state", "task", id) { Show = StageText.Of<TaskState> });
        group = new(null, new("membership", "task", id));
        permits = new(new("permits", "task", id));
        Gru = new GruOf<TSync>(context, context.Slots[0]);
    }

    public override long Id { get; }

    public override int Uid => (int)uid.Load();

    public override int Partition => home.Index;

    public override TaskState State => (TaskState)state.Load();

    public override GroupId? Membership => group.Load()?.Id;

    public override Gru Gru { get; }

    private bool IsGone => State != TaskState.Alive;

    public override Result<Gru> TryOpenGru()
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        foreach (var cbr in context.Slots)
        {
            if (cbr.Open.TryRaise()) return Seam<TSync>.Share((context, cbr), static made => new GruOf<TSync>(made.context, made.cbr));
        }

        return Refusals.NoSlot(context.Slots.Length);
    }

    public override Result<GroupId> TryCreateSharedXmm()
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        if (group.Load() is { } current) return Refusals.AlreadyMember(current.Id);

        var made = Seam<TSync>.Share(
            (Task: this, Group: parts.NextGroup(), Space: parts.NextSpace(), Uid),
            static made => new Group<TSync>(
                new(made.Group), made.Uid, made.Task.Id, new(made.Space, AddressKind.Shared, made.Task.parts)));
        Enter(made);
        parts.Groups.Add(made.Id.Value, made);
        return made.Id;
    }

    public override Result TryJoin(GroupId id)
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        if (group.Load() is { } current) return Refusals.AlreadyMember(current.Id);
        if (parts.Groups.Find(id.Value) is not { } found) return Refusals.NoSuchGroup(id);

        // Under the gate the uid cannot change between this check and the membership (GRP-4).
        var added = found.TryAdd(Id, Uid);
        if (added.IsOk) Enter(found);
        return added;
    }

    public override Result TryLeave()
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        return EndMembership() ? Result.Ok : Refusals.NotAMember();
    }

    public override Result<Window> TryMapShared(
        ulong length, PageSize pageSize, Rights rights = Rights.ReadWrite, Placement at = default, MemorySource from = MemorySource.Ordinary)
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        if (group.Load() is not { } current) return Refusals.NotAMember();
        return SpaceChanges<TSync>.TryMap(current.Space, home, length, pageSize, rights, at, from);
    }

    public override Result<Window> TryMapPrivate(
        ulong length, PageSize pageSize, Rights rights = Rights.ReadWrite, Placement at = default, MemorySource from = MemorySource.Ordinary)
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        return SpaceChanges<TSync>.TryMap(own, home, length, pageSize, rights, at, from);
    }

    public override Result TryUnmap(AddressRange range)
    {
        using var turn = gate.Enter();
        return TryFindSpace(range, out var space) is { IsOk: false } refused ? refused : SpaceChanges<TSync>.TryUnmap(space!, range);
    }

    public override Result TryProtect(AddressRange range, Rights rights)
    {
        using var turn = gate.Enter();
        return TryFindSpace(range, out var space) is { IsOk: false } refused ? refused : SpaceChanges<TSync>.TryProtect(space!, range, rights);
    }

    public override Result<Window> TryMove(AddressRange range, Placement to = default)
    {
        using var turn = gate.Enter();
        return TryFindSpace(range, out var space) is { IsOk: false } refused ? refused : SpaceMoves<TSync>.TryMove(space!, range, to);
    }

    public override Result TryPopulate(AddressRange range)
    {
        using var turn = gate.Enter();
        return TryFindSpace(range, out var space) is { IsOk: false } refused ? refused : SpaceContents<TSync>.TryPopulate(space!, range);
    }

    public override Result TryAdviseFree(AddressRange range)
    {
        using var turn = gate.Enter();
        return TryFindSpace(range, out var space) is { IsOk: false } refused ? refused : SpaceContents<TSync>.TryAdviseFree(space!, range);
    }

    // Without the task's gate: it may wait for an instruction, which an exit can end.
    public override Result TryMigrate(int chiplet)
    {
        if (IsGone) return Refusals.TaskGone(Id);
        if (chiplet < 0 || chiplet >= parts.Options.Chiplets) return Refusals.NoSuchChiplet(chiplet, parts.Options.Chiplets);
        return context.TryMigrate(chiplet) ? Result.Ok : Refusals.TaskGone(Id);
    }

    public override Result TryChangeUid(int uid)
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        if (uid == Uid) return Result.Ok;

        // All that the old uid gave goes first: at no instant does a member have another uid than its group, or the holder of a permit
        // another than the segment's owner (INV-5, XPM-7).
        RemoveSegments();
        EndMembership();
        DetachFrom(own);
        ReleasePermits();
        this.uid.Store(uid);
        return Result.Ok;
    }

    public override Result<XvmaTask> TryFork()
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        var forked = TryStart(parts, home, Uid);
        return forked.IsOk ? forked.Value : forked.Outcome;
    }

    public override Result TryExec()
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        DropEverything();
        return Result.Ok;
    }

    public override Result TryExit()
    {
        using var turn = gate.Enter();
        if (IsGone) return Refusals.TaskGone(Id);
        state.Store((long)TaskState.Exiting);
        context.Close();
        DropEverything();
        parts.Tasks.TryRemove(Id);
        state.Store((long)TaskState.Dead);
        home.Life?.Dismiss(Id);
        return Result.Ok;
    }

    /// <summary>Starts a task in a partition (TSK-1), which in a machine of several may have failed (PAR-2).</summary>
    public static Result<TaskOf<TSync>> TryStart(MachineParts<TSync> parts, Partition<TSync> home, int uid)
    {
        var task = Seam<TSync>.Share(
            (parts, home, Id: parts.NextTask(), Space: parts.NextSpace(), uid),
            static made => new TaskOf<TSync>(made.parts, made.home, made.Id, made.Space, made.uid));
        task.context.Slots[0].Open.Raise();
        if (home.Life is not { } life) parts.Tasks.Add(task.Id, task);
        else if (!life.TryAdmit(task, parts.Tasks)) return Refusals.PartitionFailed(home.Index);
        return task;
    }

    /// <summary>For a snapshot.</summary>
    public AddressSpace<TSync> Own => own;

    private void Enter(Group<TSync> entered)
    {
        group.Store(entered);
        context.Attach(entered.Space);
    }

    /// <summary>The membership ends in this order: no translation, no member, and after the last one no mapping and no group (GRP-5, GRP-6).</summary>
    private bool EndMembership()
    {
        if (group.Load() is not { } left) return false;
        DetachFrom(left.Space);
        context.Detach();
        group.Store(null);
        if (!left.Remove(Id)) return true;
        parts.Groups.TryRemove(left.Id.Value);
        SpaceChanges<TSync>.UnmapAll(left.Space);
        return true;
    }

    private void DropEverything()
    {
        RemoveSegments();
        EndMembership();
        context.Drop();
        SpaceChanges<TSync>.UnmapAll(own);
        ReleasePermits();
    }

    private Result TryFindSpace(AddressRange range, out AddressSpace<TSync>? space)
    {
        space = null;
        if (IsGone) return Refusals.TaskGone(Id);
        space = own;
        if (parts.Options.Layout.Classify(range.Start) != AddressKind.Shared) return Result.Ok;
        space = group.Load()?.Space;
        return space is null ? Refusals.NotAMember() : Result.Ok;
    }
}
