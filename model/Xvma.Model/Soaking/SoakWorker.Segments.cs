namespace Xvma.Model;

/// <remarks>
/// What is attached lies far from what is mapped, and only the parts for atomic instructions, messages and copies are used through it: the words that carry who wrote them
/// stay the owner's alone.
/// </remarks>
internal sealed partial class SoakWorker
{
    private const ulong FarPages = 1 << 20;

    private readonly Dictionary<XvmaTask, SegmentId> exported = [];
    private readonly Dictionary<XvmaTask, PermitId> permits = [];
    private readonly Dictionary<XvmaTask, AddressRange> attached = [];

    private void StepOfSegments(SoakKind kind, XvmaTask task, AddressRange range)
    {
        switch (kind)
        {
            case SoakKind.MakeSegment:
                var made = task.TryMakeSegment(range, random.Next(4) == 0 ? Rights.Read : Rights.ReadWrite);
                Count(made.Outcome);
                if (made.IsOk) pool.NoteSegment(exported[task] = made.Value);
                break;
            case SoakKind.RemoveSegment:
                if (exported.Remove(task, out var segment)) Count(task.TryRemoveSegment(segment));
                break;
            case SoakKind.Get:
                var got = task.TryGet(pool.SegmentAt(random.Next()), random.Next(2) == 0 ? Rights.Read : Rights.ReadWrite);
                Count(got.Outcome);
                if (got.IsOk) permits[task] = got.Value;
                break;
            case SoakKind.Release:
                if (permits.TryGetValue(task, out var permit)) Count(task.TryRelease(permit));
                break;
            case SoakKind.Attach: Attach(task); break;
            case SoakKind.Detach:
                if (attached.Remove(task, out var there)) Count(task.TryDetach(there));
                break;
            case SoakKind.UseAttached: UseAttached(task); break;
        }
    }

    private void Attach(XvmaTask task)
    {
        if (!permits.TryGetValue(task, out var permit)) return;
        var isShared = random.Next(3) == 0;
        var layout = pool.Machine.Options.Layout;
        var at = (isShared ? layout.SharedBase : layout.PrivateBase) + (Page * (FarPages + (ulong)random.Next(WindowPages)));
        var (offset, length) = (Page * (ulong)random.Next(3), Page * (ulong)random.Next(1, 4));
        var window = isShared
            ? task.TryAttachShared(permit, offset, length, PageSize.Of4K, at: at)
            : task.TryAttachPrivate(permit, offset, length, PageSize.Of4K, at: at);
        Count(window.Outcome);
        if (window.IsOk) attached[task] = window.Value.Range;
    }

    private void UseAttached(XvmaTask task)
    {
        if (SlotOf(task) is not { } slot || !attached.TryGetValue(task, out var range)) return;
        switch (random.Next(3))
        {
            case 0: Count(slot.TryFetchAdd(range.Start + AtomicPart + AtomicWord(), sizeof(ulong), 1, out _)); break;
            case 1: Count(slot.TryCopy(range.Start + BulkPart, Place(task, isShared: false) + BulkPart, (ulong)random.Next(2048), out _)); break;
            default: Send(task, range.Start + QueuePart); break;
        }
    }
}
