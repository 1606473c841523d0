using System.Buffers.Binary;

namespace Xvma.Tests.Sequences;

/// <summary>What the facade should do, said with lists and dictionaries, by one thread.</summary>
internal sealed class ModelMachine(AddressLayout layout, PageSizeTable table)
{
    private readonly List<ModelGroup> groups = [];

    public List<ModelTask> Tasks { get; } = [];

    public IEnumerable<ModelGroup> Groups => groups.Where(group => group.Members > 0);

    /// <summary>For the negative control: a private load that forgets to ask for the right.</summary>
    public bool ForgetsRights { get; init; }

    public long Frames => Tasks.Sum(task => task.Own.Frames) + Groups.Sum(group => group.Space.Frames);

    public void Start(int uid) => Tasks.Add(new(uid, layout));

    public XvmaError Create(ModelTask task)
    {
        if (task.IsDead) return XvmaError.TaskGone;
        if (task.Group is not null) return XvmaError.AlreadyMember;
        groups.Add(task.Group = new(groups.Count + 1, task.Uid, layout));
        return XvmaError.None;
    }

    public XvmaError Join(ModelTask task, int id)
    {
        if (task.IsDead) return XvmaError.TaskGone;
        if (task.Group is not null) return XvmaError.AlreadyMember;
        if (Groups.FirstOrDefault(group => group.Id == id) is not { } found) return XvmaError.NoSuchGroup;
        if (found.Uid != task.Uid) return XvmaError.NotPermitted;
        task.Group = found;
        found.Members++;
        return XvmaError.None;
    }

    public static XvmaError Leave(ModelTask task)
    {
        if (task.IsDead) return XvmaError.TaskGone;
        if (task.Group is null) return XvmaError.NotAMember;
        EndMembership(task);
        return XvmaError.None;
    }

    public (XvmaError Error, ulong Start) Map(ModelTask task, bool shared, ulong length, PageSize size, Rights rights, ulong? at)
    {
        if (task.IsDead) return (XvmaError.TaskGone, 0);
        var space = shared ? task.Group?.Space : task.Own;
        return space?.Map(length, size, rights, at, table) ?? (XvmaError.NotAMember, 0);
    }

    public XvmaError Unmap(ModelTask task, AddressRange range) =>
        task.IsDead ? XvmaError.TaskGone : SpaceOf(task, range.Start.Value)?.Unmap(range) ?? XvmaError.NotAMember;

    public XvmaError Protect(ModelTask task, AddressRange range, Rights rights) =>
        task.IsDead ? XvmaError.TaskGone : SpaceOf(task, range.Start.Value)?.Protect(range, rights) ?? XvmaError.NotAMember;

    public static XvmaError ChangeUid(ModelTask task, int uid)
    {
        if (task.IsDead) return XvmaError.TaskGone;
        if (uid != task.Uid) EndMembership(task);
        task.Uid = uid;
        return XvmaError.None;
    }

    public XvmaError Fork(ModelTask task)
    {
        if (task.IsDead) return XvmaError.TaskGone;
        Start(task.Uid);
        return XvmaError.None;
    }

    public XvmaError Exec(ModelTask task)
    {
        if (task.IsDead) return XvmaError.TaskGone;
        EndMembership(task);
        task.Own = new(layout.PrivateRegion);
        return XvmaError.None;
    }

    public XvmaError Exit(ModelTask task)
    {
        var result = Exec(task);
        task.IsDead = true;
        return result;
    }

    /// <summary>An instruction with one operand of eight bytes.</summary>
    public (FaultCause Cause, ulong Value) Word(ModelTask task, ulong address, Func<ulong, ulong>? change)
    {
        var cause = Touch(task, address, change is not null, out var bytes);
        if (cause != FaultCause.None) return (cause, 0);
        var old = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (change is not null) BinaryPrimitives.WriteUInt64LittleEndian(bytes, change(old));
        return (FaultCause.None, old);
    }

    public (FaultCause Cause, ulong Done) Fill(ModelTask task, ulong address, ulong length, byte value)
    {
        if (length == 0) return (FaultCause.BadLength, 0);
        for (var done = 0UL; done < length;)
        {
            var cause = Touch(task, address + done, write: true, out var bytes);
            if (cause != FaultCause.None) return (cause, done);
            var piece = (int)Math.Min((ulong)bytes.Length, length - done);
            bytes[..piece].Fill(value);
            done += (ulong)piece;
        }

        return (FaultCause.None, length);
    }

    public (FaultCause Cause, ulong Done) Copy(ModelTask task, ulong source, ulong destination, ulong length)
    {
        if (length == 0) return (FaultCause.BadLength, 0);
        for (var done = 0UL; done < length;)
        {
            var cause = Touch(task, source + done, write: false, out var from);
            if (cause != FaultCause.None) return (cause, done);
            cause = Touch(task, destination + done, write: true, out var to);
            if (cause != FaultCause.None) return (cause, done);
            var piece = (int)Math.Min((ulong)Math.Min(from.Length, to.Length), length - done);
            from[..piece].CopyTo(to);
            done += (ulong)piece;
        }

        return (FaultCause.None, length);
    }

    private FaultCause Touch(ModelTask task, ulong address, bool write, out Span<byte> bytes)
    {
        bytes = default;
        var kind = layout.Classify(new(address));
        if (kind == AddressKind.Processor) return FaultCause.ProcessorAddress;
        if (kind == AddressKind.Hole) return FaultCause.Hole;
        if (task.IsDead) return FaultCause.TaskGone;
        return SpaceOf(task, address)?.Touch(address, write && !ForgetsRights, out bytes) ?? FaultCause.NotMapped;
    }

    private ModelSpace? SpaceOf(ModelTask task, ulong address) =>
        layout.Classify(new(address)) == AddressKind.Shared ? task.Group?.Space : task.Own;

    private static void EndMembership(ModelTask task)
    {
        if (task.Group is not null) task.Group.Members--;
        task.Group = null;
    }
}
