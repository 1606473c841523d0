namespace Xvma.Model;

/// <summary>Every pair of operations that can meet.</summary>
public static class PairCatalogue
{
    private const ulong Page = 64 << 10;

    /// <summary>The operations, in the order of the matrix.</summary>
    public static IReadOnlyList<PairOperation> Operations { get; } =
    [
        Of("create", PairParty.Outsider, static (_, task, _) => task.TryCreateSharedXmm()),
        Of("join", PairParty.Outsider, static (on, task, _) => task.TryJoin(on.Group)),
        Of("leave", PairParty.Member, static (_, task, _) => task.TryLeave()),
        Of("uid", PairParty.Any, static (_, task, _) => task.TryChangeUid(PairScenario.Uid + 1)),
        Of("fork", PairParty.Any, static (_, task, _) => task.TryFork()),
        Of("exec", PairParty.Any, static (_, task, _) => task.TryExec()),
        Of("exit", PairParty.Any, static (_, task, _) => task.TryExit()),
        Of("kill", PairParty.Outsider, static (on, _, _) => on.First.TryKill()),
        Of("map", PairParty.Member, static (on, task, _) => task.TryMapShared(Page, PageSize.Of64K, at: on.Free)),
        Of("map own", PairParty.Any, static (_, task, _) => task.TryMapPrivate(Page, PageSize.Of64K)),
        Of("unmap", PairParty.Member, static (on, task, _) => task.TryUnmap(on.Shared.Range)),
        Of("unmap page", PairParty.Member, static (on, task, _) => task.TryUnmap(on.TargetPage)),
        Of("unmap own", PairParty.Any, static (on, task, _) => task.TryUnmap(on.Own(task).Range)),
        Of("move own", PairParty.Any, static (on, task, _) => task.TryMove(on.Own(task).Range)),
        Of("populate", PairParty.Member, static (on, task, _) => task.TryPopulate(on.TargetPage)),
        Of("populate own", PairParty.Any, static (on, task, _) => task.TryPopulate(on.Own(task).Range)),
        new("advise free", PairParty.Member, static (on, task, _) => task.TryAdviseFree(on.TargetPage)) { LosesMessages = true },
        Of("protect", PairParty.Member, static (on, task, _) => task.TryProtect(on.TargetPage, Rights.Read)),
        Of("load", PairParty.Member, static (on, _, slot) => (slot.TryLoad(on.Target, sizeof(ulong), out var value), value)),
        Of("load own", PairParty.Any, static (on, task, slot) => (slot.TryLoad(on.Own(task).Start, sizeof(ulong), out var value), value)),
        Of("store", PairParty.Member, static (on, _, slot) => slot.TryStore(on.Target, sizeof(ulong), 8)),
        Of("add", PairParty.Member, static (on, _, slot) => (slot.TryFetchAdd(on.Target, sizeof(ulong), 1, out var old), old)),
        Of("copy", PairParty.Member, static (on, task, slot) => (slot.TryCopy(on.Target, on.Own(task).Start, sizeof(ulong), out var copied), copied)),
        Of("make", PairParty.Any, static (on, task, _) => task.TryMakeSegment(on.Own(task).Range)),
        Of("remove", PairParty.Any, static (on, task, _) => task.TryRemoveSegment(on.Exported(task)), static on => on.Export()),
        Of("get", PairParty.Any, static (on, task, _) => task.TryGet(on.Exported(on.Partner(task))), static on => on.Export()),
        Of("release", PairParty.Any, static (on, task, _) => task.TryRelease(on.Permit(task)), static on => on.GetPermits()),
        Of("attach", PairParty.Any, static (on, task, _) => task.TryAttachPrivate(on.Permit(task), 0, Page, PageSize.Of64K), static on => on.GetPermits()),
        Of("attach for all", PairParty.Member, static (on, task, _) => task.TryAttachShared(on.Permit(task), 0, Page, PageSize.Of64K), static on => on.GetPermits()),
        Of("detach", PairParty.Any, static (on, task, _) => task.TryDetach(on.Attached(task).Range), static on => on.Attach()),
        Of("load attached", PairParty.Any, static (on, task, slot) => (slot.TryLoad(on.Attached(task).Start, sizeof(ulong), out var value), value), static on => on.Attach()),
        OfQueues("create queue", static (on, _, slot) => new Sent(slot.TryCreateQueue(on.Queue, MessageQueue.FewestLines, out var status), status), loses: true),
        OfQueues("send", static (on, task, slot) => PairGround.Send(on.Queue, task, slot)),
        OfQueues("send long", static (on, task, slot) => PairGround.Send(on.Queue, task, slot, QueueArrangement.Long)),
        OfQueues("receive", static (on, _, slot) => PairGround.Receive(on.Queue, slot), receives: true),
        OfQueues("stop", static (on, _, slot) => new Sent(slot.TryStopQueue(on.Queue, out var status), status)),
        OfQueues("send to full", static (on, task, slot) => PairGround.Send(on.FullQueue, task, slot)),
        OfQueues("receive last", static (on, _, slot) => PairGround.Receive(on.FullQueue, slot), receives: true),
        Of("send attached", PairParty.Any, static (on, task, slot) => PairGround.Send(on.AttachedQueue(task), task, slot), static on => on.MakeOwnQueues()),
        OfPartitions("fail", static on => on.Machine.TryFailPartition(PairGround.Far)),
        OfPartitions("look", static on => on.Machine.TryLook(PairGround.Far), static on => on.Machine.TryLook(PairGround.Far)),
        OfPartitions("beat", static on => on.Machine.TryBeat(PairGround.Far)),
        OfPartitions("start", static on => on.Machine.TryStartTask(PairScenario.Uid, PairGround.Far)),
        OfPartitions("return", static on => on.Machine.TryReturnPartition(PairGround.Far), static on => on.Machine.TryFailPartition(PairGround.Far)),
    ];

    /// <summary>The pairs, row by row.</summary>
    public static IReadOnlyList<Pair> All { get; } =
    [
        .. from row in Enumerable.Range(0, Operations.Count)
           from column in Enumerable.Range(row, Operations.Count - row)
           from isOfOneTask in (bool[])[false, true]
           where !isOfOneTask || CanBeOne(Operations[row].By, Operations[column].By)
           select new Pair(Operations[row], Operations[column], isOfOneTask),
    ];

    private static bool CanBeOne(PairParty first, PairParty second) => first == second || first == PairParty.Any || second == PairParty.Any;

    private static PairOperation Of(string name, PairParty by, Func<PairGround, XvmaTask, Gru, object> call, Action<PairGround>? prepare = null) =>
        prepare is null ? new(name, by, call) : new(name, by, call) { Prepare = prepare };

    private static PairOperation OfQueues(string name, Func<PairGround, XvmaTask, Gru, object> call, bool loses = false, bool receives = false) =>
        new(name, PairParty.Member, call) { Prepare = static on => on.MakeQueues(), LosesMessages = loses, Receives = receives };

    private static PairOperation OfPartitions(string name, Func<PairGround, object> call, Action<PairGround>? prepare = null) =>
        new(name, PairParty.Any, (on, _, _) => call(on)) { IsOfPartitions = true, Prepare = prepare ?? (static _ => { }) };
}
