using Xvma.Observing;
using Xvma.Spec.Formal;
using Xvma.Sync;

namespace Xvma.Model.Refinement;

// Partitions (chapter 15): they fail and return, requests to them are lost, and who reaches for their memory learns of both.
internal sealed partial class Oracle
{
    /// <summary>Whether a thread is tearing a partition down, for all its tasks one after the other.</summary>
    private static bool IsFailing(ThreadView by) => by.IsCalling && by.Call.Operation is Operation.FailPartition or Operation.Look;

    private void OnPartitionState(ThreadView by, in CellEvent happened)
    {
        var partition = (int)happened.Owner;
        var hasFailed = happened.Number == 1;
        var losses = (int)(happened.Number / 2);
        if (happened.Touch != Touch.Read)
        {
            if (by.IsInstruction && by.IsAnnounced)
            {
                Lose(by, partition, isLast: losses == 0);
                return;
            }

            if (by.IsCalling && by.Call.Operation == Operation.LoseRequests)
            {
                Step(steps.Disturb, With(partition, losses == 0 ? 0 : 1));
                by.HasTakenEffect = true;
                return;
            }

            if (hasFailed == State.Holds(Symbols.Failed, partition)) return; // a beat, or a frame more or less
            Step(hasFailed ? steps.FailPartition : steps.ReturnPartition, With(partition));
            by.HasTakenEffect = true;
            return;
        }

        if (by.IsInstruction && by.IsAnnounced)
        {
            Require(by.FirstHit is not null, "INS-15", $"{by.Call.Operation} of task {by.Call.Task} has sent a request with a translation that this try of it has not found.");

            // One of a number to be lost is lost when the number changes; all of them are without that.
            if (losses == Machine.AllRequests) Lose(by, partition, isLast: false);
            if (losses != 0) return;
            Reach(by, partition, ref by.FirstAccess, by.FirstSlot, by.FirstHit);
            Reach(by, partition, ref by.SecondAccess, by.SecondSlot, by.SecondHit);
        }
        else if (hasFailed && by.IsCalling)
        {
            by.Refusals |= 1 << (int)Error.PartitionFailed;
        }
    }

    private void OnResidents(in CellEvent happened)
    {
        if (happened.Touch != Touch.Changed) return;
        foreach (var task in ((MemberList)happened.Value!).Tasks) now.HomeOf[task] = (int)happened.Owner;
    }

    /// <summary>The request that is lost is for the last operand found: those before it have been reached.</summary>
    private void Lose(ThreadView by, int partition, bool isLast)
    {
        ref var access = ref by.SecondHit is null ? ref by.FirstAccess : ref by.SecondAccess;
        var (slot, hit) = by.SecondHit is null ? (by.FirstSlot, by.FirstHit) : (by.SecondSlot, by.SecondHit);
        Require(slot != None && hit is not null && access == AccessState.Ahead, "INS-15", $"{by.Call.Operation} of task {by.Call.Task} has lost a request for memory that it had no translation of, or had accessed.");
        var space = SpaceBy(hit!.Start < SharedBase ? by.Latched!.Own : by.Latched!.Shared);
        Step(steps.LoseRequest, With(slot, space, PageOf(hit), now.FrameOf[hit.Frame], partition, isLast ? 1 : 0));
        access = AccessState.Refused;
    }

    /// <summary>An access to memory of another partition is decided when it is seen whether that has failed; the memory is accessed after that.</summary>
    private void Reach(ThreadView by, int partition, ref AccessState access, int slot, EntryView? hit)
    {
        if (access != AccessState.Ahead || slot == None || hit is null) return;
        var frame = now.FrameOf[hit.Frame];
        if (State[Symbols.SiteOf, frame] != partition) return;
        if (State.Holds(Symbols.Failed, partition))
        {
            Step(steps.LoseAccess, With(slot, SpaceBy(hit.Start < SharedBase ? by.Latched!.Own : by.Latched!.Shared), PageOf(hit), frame));
            access = AccessState.Lost;
        }
        else
        {
            Access(by, slot, hit);
            access = AccessState.Made;
        }
    }
}
