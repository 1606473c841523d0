using Tenet.Evaluation;
using Xvma.Observing;
using Xvma.Spec.Formal;

namespace Xvma.Model.Refinement;

// Calls and what they answer: an operation that is done has had its effect, one that is refused has had none, and the refusal is the specification's at
// some instant of the call.
internal sealed partial class Oracle
{
    private const string AtomicApi = "INV-11";

    /// <inheritdoc/>
    public void Called(int thread, in CallView call)
    {
        var by = ThreadOf(thread);
        by.IsCalling = true;
        by.Call = call;
        by.HasTakenEffect = by.IsPopulated = false;
        by.Beforehand.Clear();
        by.Refusals = 0;
        by.Reserved = None;
        by.Task = call.Task == 0 ? None : TaskBy(call.Task);
        if (by.IsInstruction)
        {
            BeginInstruction(by);
            return;
        }

        if (IsOfRange(call.Operation) || (IsReplacing(call.Operation) && AddressRange.TryCreate(new(call.Address), call.Length, out _)))
        {
            var range = new AddressRange(new(call.Address), call.Length);
            var space = SpaceFor(by.Task, call.Address);
            Look(space, range);
            by.Reserved = AddInvalidation(space, range);
        }

        NoteRefusal(by);
    }

    /// <inheritdoc/>
    public void Returned(int thread, in ReturnView done)
    {
        var by = ThreadOf(thread);
        if (!by.IsCalling) return;
        if (by.IsInstruction)
        {
            EndInstruction(by, done.Cause);
            by.IsCalling = false;
            return;
        }

        by.IsCalling = false;
        if (by.Reserved != None && by.Call.Operation == Operation.Move) ForgetMove(by.Reserved);
        if (by.Reserved != None && by.Invalidation == None) now.IsBusy[by.Reserved] = false;
        if (done.Error == XvmaError.None)
        {
            Require(by.HasTakenEffect || IsDone(by), AtomicApi, $"{by.Call.Operation} of task {by.Call.Task} has returned as done, and has not been done.");
        }
        else
        {
            Require(!by.HasTakenEffect, "TSK-9", $"{by.Call.Operation} of task {by.Call.Task} is refused with {done.Error}, and has changed something.");
            if (ErrorOf(by.Call.Operation, done.Error) is { } error)
            {
                Require((by.Refusals >> (int)error & 1) != 0, AtomicApi,
                    $"{by.Call.Operation} of task {by.Call.Task} is refused with {done.Error}, which the specification answers at no instant of the call.");
            }
        }
    }

    private static bool IsOfRange(Operation operation) =>
        operation is Operation.Unmap or Operation.Protect or Operation.Detach or Operation.Move or Operation.Populate or Operation.AdviseFree;

    private static bool IsMap(Operation operation) => operation is Operation.MapShared or Operation.MapPrivate || IsReplacing(operation);

    private static bool IsReplacing(Operation operation) => operation is Operation.ReplaceShared or Operation.ReplacePrivate;

    /// <summary>Whether there was nothing to do.</summary>
    private bool IsDone(ThreadView by)
    {
        switch (by.Call.Operation)
        {
            case Operation.Exec or Operation.OpenSlot or Operation.Beat or Operation.Look:
                return true;
            case Operation.ChangeUid:
                return State[Symbols.UidOf, by.Task] == UidOf(by.Call.Number);
            case Operation.Populate:
                return by.IsPopulated;
            case Operation.Protect:
                return HasRights(State[Symbols.SpaceOf, by.Reserved], State[Symbols.RangeOf, by.Reserved], (Rights)by.Call.Number);
            default:
                return false;
        }
    }

    private bool HasRights(int space, int range, Rights rights)
    {
        for (var page = 0; page < now.Pages.Count; page++)
        {
            if (!State.Holds(Symbols.Touches, range, page) || !State.Holds(Symbols.Mapped, space, page)) continue;
            if (State.Holds(Symbols.Readable, space, page) != rights.HasFlag(Rights.Read) || State.Holds(Symbols.Writable, space, page) != rights.HasFlag(Rights.ReadWrite)) return false;
        }

        return true;
    }

    /// <summary>Something was read that a refusal may be decided by: what would the specification answer now?</summary>
    private void NoteRefusal(ThreadView by)
    {
        if (!by.IsCalling || by.Task == None || by.HasTakenEffect || by.IsInstruction) return;
        if (State[Symbols.Life, by.Task] != (int)TaskLife.Alive)
        {
            by.Refusals |= 1 << (int)Error.TaskGone;
            return;
        }

        switch (by.Call.Operation)
        {
            case Operation.Create: Note(by, steps.Create, With(by.Task, NoGroup)); break;
            case Operation.Join: Note(by, steps.Join, With(by.Task, GroupOf(by.Call.Number))); break;
            case Operation.Leave: Note(by, steps.Leave, With(by.Task, GroupOfMember(by.Task))); break;
            case Operation.Unmap: NoteInvalidation(by, steps.Unmap); break;
            case Operation.Protect: NoteInvalidation(by, steps.Protect); break;
            case Operation.Detach: NoteInvalidation(by, steps.Unmap); break;
            case Operation.Remove: Note(by, steps.Remove, With(by.Task, SegmentBy(by.Call.Number))); break;
            case Operation.Get: Note(by, steps.Get, With(by.Task, Candidate(by.Task, SegmentBy(by.Call.Number), by.Call.Rights == Rights.ReadWrite))); break;
            case Operation.Release: NoteRelease(by); break;
            case Operation.AttachPrivate or Operation.AttachShared: NoteAttach(by); break;
            case Operation.AdviseFree: NoteInvalidation(by, steps.AdviseFree); break;
            case Operation.Move: NoteInvalidation(by, steps.Move); break;
            case Operation.Populate: NoteInvalidation(by, steps.Populate); break;
            case Operation.ReplaceShared or Operation.ReplacePrivate: NoteReplacement(by); break;
            case Operation.MapShared: NoteMap(by, GroupOfMember(by.Task)); break;
            case Operation.MapPrivate: NoteMap(by, State[Symbols.Own, by.Task]); break;
        }
    }

    private void NoteInvalidation(ThreadView by, CompiledAction action)
    {
        // The group may be another one than when the call began: who it is decided by is the membership now.
        var space = SpaceFor(by.Task, by.Call.Address);
        State[Symbols.SpaceOf, by.Reserved] = space;
        Look(space, now.Ranges[State[Symbols.RangeOf, by.Reserved]]);
        if (by.Call.Operation == Operation.Move) LookAhead(by, space);
        if (by.Call.Operation == Operation.Protect) Note(by, action, With(by.Task, by.Reserved, Writes(by)));
        else if (by.Call.Operation == Operation.Populate) Note(by, action, With(by.Task, space, State[Symbols.RangeOf, by.Reserved], 0, 0));
        else Note(by, action, With(by.Task, by.Reserved));
    }

    /// <summary>What is in the way goes: nothing but a page cut through, or no group, is in the way of it.</summary>
    private void NoteReplacement(ThreadView by)
    {
        if (by.Call.Operation == Operation.ReplaceShared && GroupOfMember(by.Task) == NoGroup) by.Refusals |= 1 << (int)Error.NotAMember;
        else if (by.Reserved != None) NoteInvalidation(by, steps.Unmap);
    }

    private void NoteMap(ThreadView by, int space)
    {
        if (by.Call.Length == 0)
        {
            if (space == NoGroup) by.Refusals |= 1 << (int)Error.NotAMember;
            return;
        }

        var at = FirstInTheWay(space, new(new(by.Call.Address), by.Call.Length));
        var rights = (Rights)by.Call.Number;
        Note(by, steps.Map, With(by.Task, space, PageOf(at, by.Call.PageShift), rights.HasFlag(Rights.Read) ? 1 : 0, rights.HasFlag(Rights.ReadWrite) ? 1 : 0));
    }

    /// <summary>The first address of a range that is mapped, brought into view; that of the range when none is.</summary>
    private ulong FirstInTheWay(int space, AddressRange wanted)
    {
        foreach (var mapping in now.Maps[space]?.Mappings ?? [])
        {
            if (!mapping.Range.TryIntersect(wanted, out var common)) continue;
            _ = PageOf(common.Start.Value, mapping.PageSize.Shift);
            return common.Start.Value;
        }

        return wanted.Start.Value;
    }

    private void Note(ThreadView by, CompiledAction action, int[] with)
    {
        var refusal = action.RefusalIn(State, with);
        if (refusal >= 0) by.Refusals |= 1 << action.Rule.Refusals[refusal].Error.Index;
    }

    /// <summary>The space an address of a task is of: its own, or that of the group it is a member of now.</summary>
    private int SpaceFor(int task, ulong address) => address >= SharedBase ? GroupOfMember(task) : State[Symbols.Own, task];

    private int GroupOfMember(int task)
    {
        for (var space = 1; space < State.SizeOf(Spaces); space++)
        {
            if (State.Holds(Symbols.Member, task, space)) return space;
        }

        return NoGroup;
    }

    /// <summary>The specification's word for a refusal; null for one about what it leaves out: lengths, alignment, free addresses, slots.</summary>
    private static Error? ErrorOf(Operation operation, XvmaError error) => error switch
    {
        XvmaError.TaskGone => Error.TaskGone,
        XvmaError.AlreadyMember => Error.AlreadyMember,
        XvmaError.NotAMember => Error.NotAMember,
        XvmaError.NoSuchGroup => Error.NoSuchGroup,
        XvmaError.NotPermitted => Error.NotPermitted,
        XvmaError.Overlap => Error.Overlap,
        XvmaError.NotMapped when operation != Operation.Detach => Error.NotMapped, // of what is no attachment, the theory's unmap takes it all the same
        XvmaError.NoSuchSegment => Error.NoSuchSegment,
        XvmaError.NoSuchPermit => Error.NoSuchPermit,
        XvmaError.StillAttached => Error.StillAttached,
        XvmaError.PartitionFailed => Error.PartitionFailed,
        XvmaError.OutsideRegion when IsAttach(operation) => Error.OutsideRegion,
        XvmaError.Unaligned when operation is Operation.Unmap or Operation.Protect or Operation.Detach or Operation.AdviseFree => Error.Unaligned,
        _ => null,
    };
}
