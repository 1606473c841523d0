namespace Xvma.Model;

/// <summary>A thread of a task that changes the task: its private mappings, its uid, its life.</summary>
public sealed class TaskBehaviour(XvmaTask task, Gru? slot, ICallLog calls) : MemberBehaviour(task, slot, calls)
{
    /// <inheritdoc/>
    public override ActorRole Role => ActorRole.Task;

    /// <summary>Maps private memory.</summary>
    public Result<Window> MapPrivate(ulong length, PageSize pageSize, Placement at = default)
    {
        Calls.Begin($"MapPrivate {at} {length} B in pages of {pageSize}");
        return Calls.Return(Task.TryMapPrivate(length, pageSize, at: at));
    }

    /// <summary>Maps private mega-page memory.</summary>
    public Result<Window> MapMegaPages(ulong length, PageSize pageSize)
    {
        Calls.Begin($"MapPrivate {length} B in mega pages of {pageSize}");
        return Calls.Return(Task.TryMapPrivate(length, pageSize, from: MemorySource.MegaPages));
    }

    /// <summary>Removes private mappings.</summary>
    public Result Unmap(AddressRange range)
    {
        Calls.Begin($"Unmap {range}");
        return Calls.Return(Task.TryUnmap(range));
    }

    /// <summary>Takes another uid.</summary>
    public Result ChangeUid(int uid)
    {
        Calls.Begin($"ChangeUid {uid}");
        return Calls.Return(Task.TryChangeUid(uid));
    }

    /// <summary>Starts a child.</summary>
    public Result<XvmaTask> Fork()
    {
        Calls.Begin($"Fork");
        return Calls.Return(Task.TryFork());
    }

    /// <summary>Drops all but id and uid.</summary>
    public Result Exec()
    {
        Calls.Begin($"Exec");
        return Calls.Return(Task.TryExec());
    }

    /// <summary>Ends the task.</summary>
    public Result Exit()
    {
        Calls.Begin($"Exit");
        return Calls.Return(Task.TryExit());
    }

    /// <summary>Ends the task from outside.</summary>
    public Result Kill()
    {
        Calls.Begin($"Kill {Task}");
        return Calls.Return(Task.TryKill());
    }
}
