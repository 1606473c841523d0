using Xvma.Observing;
using Xvma.Spec.Formal;
using Xvma.Sync;

namespace Xvma.Model.Refinement;

// Instructions (chapter 8): announced, latched, hit or missed, done.
internal sealed partial class Oracle
{
    private const ulong LargestPiece = 256 << 10;

    private const int MostElements = 1024;

    /// <summary>What is written, as far as the specification tells values apart: something.</summary>
    private const int Something = 1;

    private const int ToInterrupt = 0;

    private const int ToUser = 1;

    private static void BeginInstruction(ThreadView by)
    {
        (by.First, by.Second, by.Left, by.Element) = (by.Call.Address, by.Call.Destination, by.Call.Length, 0);
        by.FirstSlot = by.SecondSlot = by.Missing = None;
        by.IsAnnounced = false;
        by.Latched = null;
        by.FirstHit = by.SecondHit = null;
    }

    private void OnActivity(ThreadView by, in CellEvent happened)
    {
        if (happened.Touch != Touch.Changed || !by.IsInstruction || happened.Owner != by.Call.Task || happened.Part != by.Call.Slot) return;
        if (happened.Number != 0) Announce(by);
        else Withdraw(by);
    }

    private void Announce(ThreadView by)
    {
        by.IsAnnounced = true;
        by.Latched = null;
        by.FirstHit = by.SecondHit = null;
        by.FirstAccess = by.SecondAccess = AccessState.Ahead;
        by.FirstSlot = Issue(by, 0, by.First, by.Call.Operation is Operation.Store or Operation.Fill or Operation.StoreVector);

        // Where the source is nobody's, the destination is never looked at.
        by.SecondSlot = by.Call.Operation == Operation.Copy && by.FirstSlot != None ? Issue(by, 1, by.Second, writes: true) : None;
    }

    /// <summary>The instruction is in its slot, unless it is there already, trying again; an address that is nobody's has none.</summary>
    private int Issue(ThreadView by, int operand, ulong address, bool writes)
    {
        if (now.Options.Layout.Classify(new(address)) is not (AddressKind.Private or AddressKind.Shared)) return None;
        var slot = SlotOf(by.Task, by.Call.Slot, operand);
        if (State[Symbols.Status, slot] != (int)CbStatus.Idle)
        {
            Require(
                now.Addresses[slot] == address && State.Holds(Symbols.Writes, slot) == writes, "INS-1",
                $"Slot {by.Call.Slot} of task {by.Call.Task} has begun with {new ExtendedAddress(address)}, and had not ended with {new ExtendedAddress(now.Addresses[slot])}.");
            if (State.Holds(Symbols.Transient, slot)) Step(steps.Reissue, With(slot));
            if (State.Holds(Symbols.Missed, slot)) Step(steps.TryAgain, With(slot));
            return slot;
        }

        if (State.Holds(Symbols.Closed, by.Task)) return None;
        if (now.Addresses[slot] != address) Place(slot, address);
        Step(steps.Issue, With(slot, slot, writes ? 1 : 0));
        return slot;
    }

    /// <summary>The instruction reads which translations are its own, or, when it is not announced, finds out whether there are any.</summary>
    private void ReadConfiguration(ThreadView by, BindingView? bound)
    {
        if (by.IsAnnounced)
        {
            if (by.Latched is not null) return;
            by.Latched = bound;
            Latch(by.FirstSlot, bound);
            Latch(by.SecondSlot, bound);
        }
        else if (bound is null && by.Missing != None && State[Symbols.Status, by.Missing] == (int)CbStatus.Active)
        {
            Step(steps.Miss, With(by.Missing, ToUser));
        }
    }

    private void Latch(int slot, BindingView? bound)
    {
        if (slot == None) return;
        var (space, asids) = bound is null ? (0, 0) : now.Addresses[slot] < SharedBase ? (bound.Own, bound.OwnAsids) : (bound.Shared, bound.SharedAsids);
        if (space != 0) Step(steps.Latch, With(slot, bound!.Chiplet, SpaceBy(space), AsidOf(asids)));
        else Step(steps.FindNoContext, With(slot));
    }

    /// <summary>The instruction reads an entry of the TLB: the first one that serves is what it uses.</summary>
    private void Serve(ThreadView by, EntryView entry)
    {
        if (by.FirstHit is null)
        {
            if (by.FirstSlot != None && Serves(by, entry, by.First, by.FirstSlot)) Hit(by, by.FirstHit = entry, by.FirstSlot);
        }
        else if (by.SecondHit is null && by.SecondSlot != None && Serves(by, entry, by.Second, by.SecondSlot))
        {
            Hit(by, by.SecondHit = entry, by.SecondSlot);
        }
    }

    private bool Serves(ThreadView by, EntryView entry, ulong address, int slot) =>
        entry.Asids == (address < SharedBase ? by.Latched!.OwnAsids : by.Latched!.SharedAsids)
        && address - entry.Start < entry.Length && (entry.Writes || !State.Holds(Symbols.Writes, slot));

    private void Hit(ThreadView by, EntryView entry, int slot)
    {
        var bound = by.Latched!;
        var space = SpaceBy(entry.Start < SharedBase ? bound.Own : bound.Shared);
        Step(steps.Hit, With(slot, bound.Chiplet, space, AsidOf(entry.Asids), PageOf(entry), now.FrameOf[entry.Frame]));
    }

    private void Withdraw(ThreadView by)
    {
        by.IsAnnounced = false;
        var isDone = by.FirstHit is not null && (by.SecondHit is not null || by.Call.Operation != Operation.Copy);
        by.Missing = by.FirstHit is null ? by.FirstSlot : by.SecondSlot;

        // A copy that has found its source and not its destination has read, and reads again.
        if (by.FirstAccess == AccessState.Ahead) Access(by, by.FirstSlot, by.FirstHit);
        if (by.SecondAccess == AccessState.Ahead) Access(by, by.SecondSlot, by.SecondHit);
        by.Latched = null;
        if (by.FirstAccess == AccessState.Lost || by.SecondAccess == AccessState.Lost)
        {
            by.Missing = by.FirstAccess == AccessState.Lost ? by.FirstSlot : by.SecondSlot;
            TakeException(by, by.Missing);
            return;
        }

        if (by.FirstAccess == AccessState.Refused || by.SecondAccess == AccessState.Refused)
        {
            by.Missing = by.FirstAccess == AccessState.Refused ? by.FirstSlot : by.SecondSlot;
            return;
        }

        if (!isDone) return;
        by.Missing = None;
        if (by.Call.Length == 0)
        {
            by.HasTakenEffect = true;
            return;
        }

        if (!by.Call.Elements.IsDefault)
        {
            PassElements(by, by.FirstHit!);
            return;
        }

        var piece = Math.Min(by.Left, LargestPiece);
        piece = Math.Min(piece, BytesFrom(by.FirstHit!, by.First));
        if (by.SecondHit is { } second) piece = Math.Min(piece, BytesFrom(second, by.Second));
        (by.First, by.Second, by.Left) = (by.First + piece, by.Second + piece, by.Left - piece);
        by.HasTakenEffect = by.Left == 0;
    }

    /// <summary>The elements that the translation just used has served: those that come next and are in its page.</summary>
    private static void PassElements(ThreadView by, EntryView hit)
    {
        var elements = by.Call.Elements;
        var end = Math.Min(elements.Length, by.Element + MostElements);
        do by.Element++;
        while (by.Element < end && elements[by.Element] - hit.Start < hit.Length);
        by.HasTakenEffect = by.Element == elements.Length;
        if (!by.HasTakenEffect) by.First = elements[by.Element];
    }

    private static ulong BytesFrom(EntryView entry, ulong address) => entry.Start + entry.Length - address;

    private void Access(ThreadView by, int slot, EntryView? hit)
    {
        if (slot == None || by.Latched is not { } bound) return;
        var (space, asids) = now.Addresses[slot] < SharedBase ? (bound.Own, bound.OwnAsids) : (bound.Shared, bound.SharedAsids);
        if (space == 0) return;
        if (hit is null) Step(steps.Withdraw, With(slot, bound.Chiplet, SpaceBy(space), AsidOf(asids)));
        else if (State.Holds(Symbols.Writes, slot)) Step(steps.Write, With(slot, SpaceBy(space), PageOf(hit), now.FrameOf[hit.Frame], Something));
        else Step(steps.Read, With(slot, SpaceBy(space), PageOf(hit), now.FrameOf[hit.Frame]));
    }

    private void EndInstruction(ThreadView by, FaultCause cause)
    {
        if (cause == FaultCause.None)
        {
            Require(by.HasTakenEffect, AtomicApi, $"{by.Call.Operation} of task {by.Call.Task} at {new ExtendedAddress(by.Call.Address)} has returned as complete, and has not accessed memory through a translation of its own.");
            return;
        }

        Require(!by.HasTakenEffect, "INS-8", $"{by.Call.Operation} of task {by.Call.Task} has ended in {cause}, and is complete.");
        if (by.Missing == None || cause is FaultCause.Hole or FaultCause.ProcessorAddress or FaultCause.BadLength or FaultCause.Unaligned) return;
        if (State[Symbols.Status, by.Missing] == (int)CbStatus.Active && cause == FaultCause.TaskGone) EndAsClosed(by, by.Missing);
        if (cause == FaultCause.RequestLost)
        {
            Step(steps.GiveUp, With(by.Missing));
            TakeException(by, by.Missing);
        }

        Require(State[Symbols.Status, by.Missing] == (int)CbStatus.Idle, "INS-11", $"{by.Call.Operation} of task {by.Call.Task} has ended in {cause}, and its slot is {(CbStatus)State[Symbols.Status, by.Missing]}.");
    }

    /// <summary>The instruction was told that its task has ended before it had a fault handle written.</summary>
    private void EndAsClosed(ThreadView by, int slot)
    {
        Step(steps.EndAtOnce, With(slot));
        TakeException(by, slot);
    }

    /// <summary>The instruction ends in an exception, and so does the other operand of a copy.</summary>
    private void TakeException(ThreadView by, int slot)
    {
        var other = slot == by.FirstSlot ? by.SecondSlot : slot == by.SecondSlot ? by.FirstSlot : None;
        var isLeft = other != None && State[Symbols.Status, other] == (int)CbStatus.Active;
        if (isLeft) Step(steps.EndWithTheOtherOperand, With(other, slot));
        Step(steps.TakeException, With(slot));
        if (isLeft) Step(steps.TakeException, With(other));
    }
}
