namespace Xvma.Model;

/// <summary>A member, or one about to be, acting on a group's shared_xmm.</summary>
public sealed class GroupBehaviour(XvmaTask task, Gru? slot, ICallLog calls) : MemberBehaviour(task, slot, calls)
{
    /// <inheritdoc/>
    public override ActorRole Role => ActorRole.Group;

    /// <summary>Creates a group with this member only.</summary>
    public Result<GroupId> Create()
    {
        Calls.Begin($"CreateSharedXmm");
        return Calls.Return(Task.TryCreateSharedXmm());
    }

    /// <summary>Joins a group.</summary>
    public Result Join(GroupId group)
    {
        Calls.Begin($"Join {group}");
        return Calls.Return(Task.TryJoin(group));
    }

    /// <summary>Leaves the group.</summary>
    public Result Leave()
    {
        Calls.Begin($"Leave");
        return Calls.Return(Task.TryLeave());
    }

    /// <summary>Maps memory for all members.</summary>
    public Result<Window> Map(ulong length, PageSize pageSize, Placement at = default)
    {
        Calls.Begin($"MapShared {at} {length} B in pages of {pageSize}");
        return Calls.Return(Task.TryMapShared(length, pageSize, at: at));
    }

    /// <summary>Removes mappings for all members.</summary>
    public Result Unmap(AddressRange range)
    {
        Calls.Begin($"Unmap {range}");
        return Calls.Return(Task.TryUnmap(range));
    }

    /// <summary>Takes mappings to other addresses, for all members.</summary>
    public Result<Window> Move(AddressRange range, Placement to = default)
    {
        Calls.Begin($"Move {range} → {to}");
        return Calls.Return(Task.TryMove(range, to));
    }

    /// <summary>Gives pages their memory beforehand.</summary>
    public Result Populate(AddressRange range)
    {
        Calls.Begin($"Populate {range}");
        return Calls.Return(Task.TryPopulate(range));
    }

    /// <summary>Drops the contents of mappings, for all members.</summary>
    public Result AdviseFree(AddressRange range)
    {
        Calls.Begin($"AdviseFree {range}");
        return Calls.Return(Task.TryAdviseFree(range));
    }

    /// <summary>Sets rights for all members.</summary>
    public Result Protect(AddressRange range, Rights rights)
    {
        Calls.Begin($"Protect {range} {rights}");
        return Calls.Return(Task.TryProtect(range, rights));
    }
}
