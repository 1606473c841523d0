using Xvma.Observing;
using Xvma.Spec.Formal;
using Xvma.Sync;

namespace Xvma.Model.Refinement;

// Tasks and groups (chapters 3, 5 and 12).
internal sealed partial class Oracle
{
    private void OnTasks(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch != Touch.Changed) return;
        foreach (var task in ((TaskList)happened.Value!).Tasks)
        {
            if (TaskBy(task.Id) != None) continue;
            var element = AddTask(task);
            var uid = UidOf(now.FirstUids[task.Id]);
            if (by.IsCalling && by.Call.Operation == Operation.Fork)
            {
                Step(steps.Fork, With(by.Task, element));
                Require(State[Symbols.UidOf, element] == uid, "TSK-5", $"task {task.Id} has been forked with another uid than its parent's.");
            }
            else
            {
                Step(steps.Start, With(element, uid));
                Require(!by.IsCalling || by.Call.Operation != Operation.Start || uid == UidOf(by.Call.Number), "TSK-1", $"task {task.Id} has been started with another uid than was asked for.");
            }

            by.HasTakenEffect = true;
        }
    }

    private void OnUid(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch == Touch.Created)
        {
            now.FirstUids[happened.Owner] = happened.Number;
        }
        else if (happened.Touch == Touch.Changed)
        {
            Step(steps.ChangeUid, With(TaskBy(happened.Owner), UidOf(happened.Number)));
            by.HasTakenEffect = true;
        }
    }

    private void OnTaskState(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch == Touch.Read)
        {
            NoteRefusal(by);
            return;
        }

        var task = TaskBy(happened.Owner);
        switch ((TaskState)happened.Number)
        {
            case TaskState.Exiting when IsFailing(by):
                by.Task = task; // what follows is its teardown
                Step(steps.Perish, With(task));
                break;
            case TaskState.Exiting:
                Step(steps.Exit, With(task));
                break;
            case TaskState.Dead:
                Step(steps.Die, With(task));
                by.HasTakenEffect = true;
                if (IsFailing(by)) by.Task = None;
                break;
        }
    }

    private void OnMembership(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch == Touch.Read)
        {
            NoteRefusal(by);
            return;
        }

        if (happened.Value is not GroupView group) return;
        var space = GroupOf(group.Id);
        now.SpaceOf[group.Space] = space;
        now.SpaceIds[space] = group.Space;
        if (!by.IsCalling || by.Call.Operation != Operation.Create) return;
        State[Symbols.GroupUid, space] = UidOf(group.Uid);
        Step(steps.Create, With(TaskBy(happened.Owner), space));
        by.HasTakenEffect = true;
    }

    private void OnMembers(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch == Touch.Read) NoteRefusal(by);
        if (happened.Touch != Touch.Changed) return;
        var group = GroupOf(happened.Owner);
        var members = ((MemberList)happened.Value!).Tasks;
        if (by.Call.Operation == Operation.Join && by.IsCalling)
        {
            Require(group == GroupOf(by.Call.Number), "GRP-2", $"task {by.Call.Task} has joined group {happened.Owner}, and asked for group {by.Call.Number}.");
            Step(steps.Join, With(by.Task, group));
            by.HasTakenEffect = true;
        }
        else
        {
            Step(steps.Leave, With(by.Task, group));
            if (by.Call.Operation == Operation.Leave) by.HasTakenEffect = true;
        }

        for (var task = 0; task < now.TaskIds.Count; task++)
        {
            Require(members.Contains(now.TaskIds[task]) == State.Holds(Symbols.Member, task, group), "GRP-2",
                $"group {happened.Owner} has task {now.TaskIds[task]} as a member, or has it not, against the specification.");
        }
    }

    private void OnSharedSpace(ThreadView by, in CellEvent happened)
    {
        // While the context is loaded, what it translates is what its configuration says.
        if (happened.Touch == Touch.Changed && now.Bindings[TaskBy(happened.Owner)] is null) ViewChanged(TaskBy(happened.Owner), happened.Number);
    }

    private void ViewChanged(int task, long space)
    {
        if (space != 0)
        {
            Step(steps.AttachGroup, With(task, SpaceBy(space)));
            return;
        }

        for (var group = 1; group < State.SizeOf(Spaces); group++)
        {
            if (State.Holds(Symbols.Shared, group) && State.Holds(Symbols.View, task, group)) Step(steps.DetachGroup, With(task, group));
        }
    }
}
