using Braid;

namespace Xvma.Model;

/// <summary>One thread of a soak: random operations for random tasks, and what it reads is nobody else's. What concerns segments, messages and partitions is in other files.</summary>
/// <remarks>
/// A page has four parts. The first holds words that carry who wrote them: the task, in private memory. The second is for atomic instructions, the third for a message
/// queue, the fourth for copies and fills. So every private word that is read shows whether memory went from one task to another without being zeroed (MEM-1, INV-2).
/// </remarks>
/// <param name="pool">Whom it acts for.</param>
/// <param name="seed">Of its choices.</param>
/// <param name="number">Which of the threads it is.</param>
/// <param name="threads">How many there are.</param>
internal sealed partial class SoakWorker(SoakPool pool, ulong seed, int number = 0, int threads = 1)
{
    private const ulong Page = 4096;
    private const int WindowPages = 24;
    private const ulong AtomicPart = 1024;
    private const ulong QueuePart = 1536;
    private const ulong BulkPart = 2048;

    private static readonly PageSize[] Sizes = [PageSize.Of4K, PageSize.Of4K, PageSize.Of4K, PageSize.Of64K];

    // Twice as many instructions as anything else, and rarely what ends a life, else there would be nothing to meet on.
    private static readonly SoakKind[] Kinds =
    [
        .. Enum.GetValues<SoakKind>().SelectMany(kind => Enumerable.Repeat(kind, kind switch
        {
            SoakKind.Load or SoakKind.Store => 24,
            SoakKind.Atomic or SoakKind.Copy or SoakKind.Fill => 8,
            SoakKind.Get or SoakKind.Attach or SoakKind.UseAttached => 8,
            SoakKind.Send or SoakKind.Receive => 12,
            SoakKind.ReturnPartition => 6,
            SoakKind.MapPrivate or SoakKind.MapShared or SoakKind.Join or SoakKind.MakeSegment => 6,
            SoakKind.Unmap or SoakKind.Protect or SoakKind.Release => 3,
            _ => 1,
        })),
    ];

    private readonly Dictionary<XvmaTask, Gru> slots = [];
    private readonly Dictionary<XvmaTask, ExtendedAddress> mapped = [];
    private ExtendedAddress? mappedShared;
    private Random random = new((int)(seed ^ (seed >> 32)));

    /// <summary>Operations that were done.</summary>
    public long Done { get; private set; }

    /// <summary>How often it has let a failed partition return.</summary>
    public long Returns { get; private set; }

    /// <summary>Messages received.</summary>
    public long Received { get; private set; }

    /// <summary>Does so many operations.</summary>
    /// <exception cref="Violation">It has read what it must not.</exception>
    public void Run(int operations)
    {
        for (var operation = 0; operation < operations; operation++) Step();
    }

    /// <summary>Does the operation that a number stands for, for some task.</summary>
    /// <exception cref="Violation">It has read what it must not.</exception>
    public void Step(int number)
    {
        random = new(number);
        Step();
    }

    private void Step()
    {
        var index = random.Next(pool.Size);
        var task = pool[index];
        if (task.State == TaskState.Dead)
        {
            Forget(task);
            pool.Replace(index, task);
            return;
        }

        var isShared = random.Next(3) == 0;
        var at = Place(task, isShared);
        var range = RangeAt(at);
        var kind = Kinds[random.Next(Kinds.Length)];
        switch (kind)
        {
            case SoakKind.Create:
                if (task.TryCreateSharedXmm() is { IsOk: true, Value: var made }) pool.NoteGroup(made);
                break;
            case SoakKind.Join: Count(pool.WithQueues(task, pool.GroupAt(random.Next()), static (task, group) => task.TryJoin(group))); break;
            case SoakKind.Leave: Count(task.TryLeave()); break;
            case SoakKind.MapPrivate: Map(task, isShared: false); break;
            case SoakKind.MapShared: Map(task, isShared: true); break;
            case SoakKind.Unmap: Count(task.TryUnmap(range)); break;
            case SoakKind.Protect: Count(task.TryProtect(range, random.Next(3) == 0 ? Rights.Read : Rights.ReadWrite)); break;
            case SoakKind.Move: Count(pool.WithQueues(task, range, static (task, range) => task.TryMove(range).Outcome)); break;
            case SoakKind.Populate: Count(task.TryPopulate(range)); break;
            case SoakKind.AdviseFree: Count(task.TryAdviseFree(range)); break;
            case SoakKind.ChangeUid: Count(task.TryChangeUid(1000 + random.Next(2))); break;
            case SoakKind.Fork: Fork(task); break;
            case SoakKind.Exec: Count(task.TryExec()); break;
            case SoakKind.Exit: Count(task.TryExit()); break;
            case SoakKind.Load: Load(task, at, isShared); break;
            case SoakKind.Store: Count(SlotOf(task)?.TryStore(at + Word(), sizeof(ulong), Tag(task)) ?? FaultCause.TaskGone); break;
            case SoakKind.Atomic: Count(SlotOf(task)?.TryFetchAdd(at + AtomicPart + AtomicWord(), sizeof(ulong), 1, out _) ?? FaultCause.TaskGone); break;
            case SoakKind.Copy: Count(SlotOf(task)?.TryCopy(at + BulkPart, Place(task, random.Next(3) == 0) + BulkPart, (ulong)random.Next(2048), out _) ?? FaultCause.TaskGone); break;
            case SoakKind.Fill: Count(SlotOf(task)?.TryFill(at + BulkPart, (ulong)random.Next(2048), (byte)random.Next(256), out _) ?? FaultCause.TaskGone); break;
            case SoakKind.Send or SoakKind.Receive or SoakKind.StopQueue: StepOfMessages(kind, QueueOf(task, isShared)); break;
            case >= SoakKind.FailPartition: StepOfPartitions(kind); break;
            default: StepOfSegments(kind, task, range); break;
        }
    }

    private void Load(XvmaTask task, ExtendedAddress at, bool isShared)
    {
        if (SlotOf(task) is not { } slot) return;
        var cause = slot.TryLoad(at + Word(), sizeof(ulong), out var value);
        Count(cause);
        if (cause == FaultCause.None && !isShared && value != 0 && value != Tag(task))
            throw new Violation("INV-2", $"{task} read {value} at {at} in its private memory, which only task {value} writes.");
    }

    private void Map(XvmaTask task, bool isShared)
    {
        var size = Sizes[random.Next(Sizes.Length)];
        var length = size.Bytes * (ulong)random.Next(1, size == PageSize.Of4K ? 5 : 2);
        ExtendedAddress? at = random.Next(2) == 0 ? null : new(Place(task, isShared).Value / size.Bytes * size.Bytes);
        var made = isShared ? task.TryMapShared(length, size, at: at) : task.TryMapPrivate(length, size, at: at);
        Count(made.Outcome);
        if (!made.IsOk) return;
        if (isShared) mappedShared = made.Value.Start;
        else mapped[task] = made.Value.Start;
    }

    // A child takes the place of another task, which ends.
    private void Fork(XvmaTask task)
    {
        if (task.TryFork() is not { IsOk: true, Value: var child }) return;
        Done++;
        var index = random.Next(pool.Size);
        var other = pool[index];
        _ = other.TryExit();
        pool.Replace(index, other, child);
    }

    private Gru? SlotOf(XvmaTask task)
    {
        if (slots.TryGetValue(task, out var known)) return known;
        if (slots.Count >= 4 * pool.Size) ForgetTheDead();
        return task.TryOpenGru() is { IsOk: true, Value: var opened } ? slots[task] = opened : null;
    }

    private void ForgetTheDead()
    {
        foreach (var dead in slots.Keys.Where(task => task.State == TaskState.Dead).ToList()) Forget(dead);
    }

    private void Forget(XvmaTask dead)
    {
        if (slots.Remove(dead, out var closed)) closed.Dispose();
        mapped.Remove(dead);
        exported.Remove(dead);
        permits.Remove(dead);
        attached.Remove(dead);
    }

    // Mostly what was mapped last, else it would all be about what is not mapped.
    private ExtendedAddress Place(XvmaTask task, bool isShared)
    {
        ExtendedAddress? known = isShared ? mappedShared : mapped.TryGetValue(task, out var own) ? own : null;
        if (known is { } start && random.Next(4) > 0) return start + (Page * (ulong)random.Next(3));
        var layout = pool.Machine.Options.Layout;
        return (isShared ? layout.SharedBase : layout.PrivateBase) + (Page * (ulong)random.Next(WindowPages));
    }

    // Some pages, or some of the larger ones, which no smaller range takes.
    private AddressRange RangeAt(ExtendedAddress at) => random.Next(2) == 0
        ? new(at, Page * (ulong)random.Next(1, 9))
        : new(new(at.Value / Sizes[^1].Bytes * Sizes[^1].Bytes), Sizes[^1].Bytes * (ulong)random.Next(1, 3));

    private ulong Word() => sizeof(ulong) * (ulong)random.Next((int)AtomicPart / sizeof(ulong));

    private ulong AtomicWord() => sizeof(ulong) * (ulong)random.Next((int)(QueuePart - AtomicPart) / sizeof(ulong));

    private static ulong Tag(XvmaTask task) => (ulong)task.Id;

    private void Count(Result result) => Done += result.Error == XvmaError.None ? 1 : 0;

    private void Count(FaultCause cause) => Done += cause == FaultCause.None ? 1 : 0;
}
