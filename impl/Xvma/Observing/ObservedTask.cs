using Xvma.Sync;

namespace Xvma.Observing;

/// <summary>A task whose calls are told to the observer of its cells.</summary>
internal sealed partial class ObservedTask<TSync> : XvmaTask
    where TSync : struct, ISync
{
    private readonly XvmaTask task;

    private ObservedTask(XvmaTask task)
    {
        this.task = task;
        Gru = new ObservedGru<TSync>((GruOf<TSync>)task.Gru, task.Id);
    }

    public override long Id => task.Id;

    public override int Uid => task.Uid;

    public override int Partition => task.Partition;

    public override TaskState State => task.State;

    public override GroupId? Membership => task.Membership;

    public override Gru Gru { get; }

    public static ObservedTask<TSync> Of(XvmaTask task) => new(task);

    public override Result<Gru> TryOpenGru()
    {
        Tell(Operation.OpenSlot);
        var opened = task.TryOpenGru();
        TellEnd(Operation.OpenSlot, opened.Error);
        return opened.IsOk ? new ObservedGru<TSync>((GruOf<TSync>)opened.Value, Id) : opened;
    }

    public override Result<GroupId> TryCreateSharedXmm()
    {
        Tell(Operation.Create);
        var created = task.TryCreateSharedXmm();
        TellEnd(Operation.Create, created.Error);
        return created;
    }

    public override Result TryJoin(GroupId id)
    {
        Tell(new CallView(Operation.Join, Id, Number: id.Value));
        return End(Operation.Join, task.TryJoin(id));
    }

    public override Result TryLeave()
    {
        Tell(Operation.Leave);
        return End(Operation.Leave, task.TryLeave());
    }

    public override Result<Window> TryMapShared(ulong length, PageSize pageSize, Rights rights = Rights.ReadWrite, Placement at = default, MemorySource from = MemorySource.Ordinary)
    {
        var operation = MapOperation(Operation.MapShared, at);
        TellMap(operation, length, pageSize, rights, at);
        var mapped = task.TryMapShared(length, pageSize, rights, at, from);
        TellEnd(operation, mapped.Error);
        return mapped;
    }

    public override Result<Window> TryMapPrivate(ulong length, PageSize pageSize, Rights rights = Rights.ReadWrite, Placement at = default, MemorySource from = MemorySource.Ordinary)
    {
        var operation = MapOperation(Operation.MapPrivate, at);
        TellMap(operation, length, pageSize, rights, at);
        var mapped = task.TryMapPrivate(length, pageSize, rights, at, from);
        TellEnd(operation, mapped.Error);
        return mapped;
    }

    public override Result TryUnmap(AddressRange range)
    {
        Tell(new CallView(Operation.Unmap, Id, Address: range.Start.Value, Length: range.Length));
        return End(Operation.Unmap, task.TryUnmap(range));
    }

    public override Result TryProtect(AddressRange range, Rights rights)
    {
        Tell(new CallView(Operation.Protect, Id, Address: range.Start.Value, Length: range.Length, Number: (long)rights));
        return End(Operation.Protect, task.TryProtect(range, rights));
    }

    public override Result<Window> TryMove(AddressRange range, Placement to = default)
    {
        // As for a map: a hint binds nobody. A move replaces nothing.
        Tell(new CallView(
            Operation.Move, Id, Address: range.Start.Value, Length: range.Length, Destination: IsBinding(to) ? to.Address.Value : 0));
        var moved = task.TryMove(range, to);
        TellEnd(Operation.Move, moved.Error);
        return moved;
    }

    public override Result TryPopulate(AddressRange range)
    {
        Tell(new CallView(Operation.Populate, Id, Address: range.Start.Value, Length: range.Length));
        return End(Operation.Populate, task.TryPopulate(range));
    }

    public override Result TryAdviseFree(AddressRange range)
    {
        Tell(new CallView(Operation.AdviseFree, Id, Address: range.Start.Value, Length: range.Length));
        return End(Operation.AdviseFree, task.TryAdviseFree(range));
    }

    // No operation of the specification: what it does is an unload, which may come at any time (CTX-6).
    public override Result TryMigrate(int chiplet) => task.TryMigrate(chiplet);

    public override Result TryChangeUid(int uid)
    {
        Tell(new CallView(Operation.ChangeUid, Id, Number: uid));
        return End(Operation.ChangeUid, task.TryChangeUid(uid));
    }

    public override Result<XvmaTask> TryFork()
    {
        Tell(Operation.Fork);
        var forked = task.TryFork();
        TellEnd(Operation.Fork, forked.Error);
        return forked.IsOk ? Of(forked.Value) : forked;
    }

    public override Result TryExec()
    {
        Tell(Operation.Exec);
        return End(Operation.Exec, task.TryExec());
    }

    public override Result TryExit()
    {
        Tell(Operation.Exit);
        return End(Operation.Exit, task.TryExit());
    }

    /// <summary>A hint binds nobody: to the specification, such a map leaves the address open.</summary>
    private void TellMap(Operation operation, ulong length, PageSize pageSize, Rights rights, Placement at) => Tell(new CallView(
        operation, Id, Address: IsBinding(at) ? at.Address.Value : 0, Length: IsBinding(at) ? length : 0, Number: (long)rights, PageShift: pageSize.Shift));

    private static bool IsBinding(Placement at) => at.Kind is PlacementKind.Exact or PlacementKind.Replace;

    private static Operation MapOperation(Operation plain, Placement at) => at.Kind != PlacementKind.Replace ? plain
        : plain == Operation.MapShared ? Operation.ReplaceShared : Operation.ReplacePrivate;

    private void Tell(Operation operation) => Tell(new CallView(operation, Id));

    private static void Tell(CallView call) => TSync.Tell(call);

    private static void TellEnd(Operation operation, XvmaError error) => TSync.Tell(new ReturnView(operation, error, FaultCause.None));

    private static Result End(Operation operation, Result result)
    {
        TellEnd(operation, result.Error);
        return result;
    }
}
