using Xvma.Observing;
using Xvma.Spec.Formal;
using Xvma.Sync;

namespace Xvma.Model.Refinement;

// Partitions (chapter 15): they fail and return, and who reaches for their memory asks whether they have failed.
internal sealed partial class Oracle
{
    /// <summary>Whether a thread is tearing a partition down, for all its tasks one after the other.</summary>
    private static bool IsFailing(ThreadView by) => by.IsCalling && by.Call.Operation is Operation.FailPartition or Operation.Look;

    private void OnPartitionState(ThreadView by, in CellEvent happened)
    {
        var partition = (int)happened.Owner;
        var hasFailed = happened.Number != 0;
        if (happened.Touch != Touch.Read)
        {
            if (hasFailed == State.Holds(Symbols.Failed, partition)) return; // a beat, or a frame more or less
            Step(hasFailed ? steps.FailPartition : steps.ReturnPartition, With(partition));
            by.HasTakenEffect = true;
            return;
        }

        if (by.IsInstruction && by.IsAnnounced)
        {
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
