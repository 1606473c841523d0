using Xvma.Sync;

namespace Xvma;

/// <summary>One system: its tasks, groups, memory and GRU chiplets. Thread-safe; see <see cref="XvmaTask"/> for what tasks can do.</summary>
public abstract class Machine
{
    /// <summary>In place of a number of requests: all of them (PAR-6).</summary>
    public const int AllRequests = 255;

    private protected Machine(MachineOptions options) => Options = options;

    /// <summary>What it is made of.</summary>
    public MachineOptions Options { get; }

    /// <summary>Makes a machine over mapped memory and the runtime's own synchronisation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static Machine Create(MachineOptions? options = null) => Create<NativeSync>(options);

    /// <summary>Makes a machine over another instantiation of the seam: the same code, its shared state held by an explorer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static Machine Create<TSync>(MachineOptions? options = null)
        where TSync : struct, ISync
    {
        options ??= new();
        options.Validate();
        var made = Seam<TSync>.Share(options, static made => new MachineOf<TSync>(made));
        return TSync.IsObserved ? Observing.ObservedMachine<TSync>.Of(made) : made;
    }

    /// <summary>Starts a task with nothing but its uid (TSK-1), in the first partition.</summary>
    /// <exception cref="XvmaException">That partition has failed.</exception>
    public XvmaTask StartTask(int uid) => StartTask(uid, 0);

    /// <summary>Starts a task in a partition.</summary>
    /// <exception cref="XvmaException">There is no such partition, or it has failed.</exception>
    public XvmaTask StartTask(int uid, int partition) => TryStartTask(uid, partition).OrThrow();

    /// <summary>Starts a task in a partition, with nothing but its uid (TSK-1, PAR-1).</summary>
    /// <param name="uid">Its uid.</param>
    /// <param name="partition">0 … <see cref="MachineOptions.Partitions"/> − 1.</param>
    /// <returns>The task; refused with <see cref="XvmaError.NoSuchPartition"/> or <see cref="XvmaError.PartitionFailed"/>.</returns>
    public abstract Result<XvmaTask> TryStartTask(int uid, int partition);

    /// <summary>The heartbeat of a partition (PAR-2): something of it calls this again and again, and a monitor looks.</summary>
    /// <param name="partition">0 … <see cref="MachineOptions.Partitions"/> − 1.</param>
    /// <returns>
    /// Refused with <see cref="XvmaError.NoSuchPartition"/>, or with <see cref="XvmaError.PartitionFailed"/>: the others take it for failed.
    /// </returns>
    public abstract Result TryBeat(int partition);

    /// <summary>
    /// A monitor's look at a partition's heartbeat (PAR-2): when it finds no beat since the last look, for the
    /// <see cref="MachineOptions.MissedLooks"/>th time in a row, the partition has failed, as if <see cref="TryFailPartition"/> had been called.
    /// How much time lies between two looks is the monitor's business.
    /// </summary>
    /// <param name="partition">0 … <see cref="MachineOptions.Partitions"/> − 1.</param>
    /// <returns>
    /// What it finds; refused with <see cref="XvmaError.NoSuchPartition"/>, <see cref="XvmaError.OnlyPartition"/> or
    /// <see cref="XvmaError.PartitionFailed"/> (it had failed before).
    /// </returns>
    public abstract Result<Heartbeat> TryLook(int partition);

    /// <summary>
    /// Declares a partition failed (PAR-2, PAR-3): from now on an access of others to its memory ends in
    /// <see cref="FaultCause.PartitionFailed"/>. When this returns its tasks have ended as killed ones, what they exported is removed, and the
    /// permits for it are released, but for those with something still attached.
    /// </summary>
    /// <param name="partition">0 … <see cref="MachineOptions.Partitions"/> − 1.</param>
    /// <returns>
    /// Refused with <see cref="XvmaError.NoSuchPartition"/>, <see cref="XvmaError.OnlyPartition"/> or <see cref="XvmaError.PartitionFailed"/>.
    /// </returns>
    public abstract Result TryFailPartition(int partition);

    /// <summary>Lets a failed partition live again, when none of its memory is referred to and none of its tasks lives (PAR-4).</summary>
    /// <param name="partition">0 … <see cref="MachineOptions.Partitions"/> − 1.</param>
    /// <returns>
    /// Refused with <see cref="XvmaError.NoSuchPartition"/>, <see cref="XvmaError.PartitionNotFailed"/> or
    /// <see cref="XvmaError.PartitionInUse"/>: memory of it is still mapped by a group, or its teardown is not over.
    /// </returns>
    public abstract Result TryReturnPartition(int partition);

    /// <summary>
    /// Lets the fabric lose the next requests of other partitions to a partition's memory (PAR-6), in place of those it was still to lose. An
    /// instruction whose request is lost is tried again, three times, and then ends in <see cref="FaultCause.RequestLost"/> (INS-14). A load, a
    /// store or an atomic operation is one request; so is what a vector has in one page, and each operand of each piece of a copy.
    /// </summary>
    /// <param name="partition">0 … <see cref="MachineOptions.Partitions"/> − 1.</param>
    /// <param name="requests">How many, 0 to 254; 0 ends it. <see cref="AllRequests"/>: all, until told otherwise.</param>
    /// <returns>
    /// Refused with <see cref="XvmaError.NoSuchPartition"/>, <see cref="XvmaError.OnlyPartition"/> or <see cref="XvmaError.PartitionFailed"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">So many cannot be asked for.</exception>
    public abstract Result TryLoseRequests(int partition, int requests);

    /// <inheritdoc cref="TryBeat"/>
    public void Beat(int partition) => TryBeat(partition).OrThrow();

    /// <inheritdoc cref="TryLook"/>
    public Heartbeat Look(int partition) => TryLook(partition).OrThrow();

    /// <inheritdoc cref="TryFailPartition"/>
    public void FailPartition(int partition) => TryFailPartition(partition).OrThrow();

    /// <inheritdoc cref="TryReturnPartition"/>
    public void ReturnPartition(int partition) => TryReturnPartition(partition).OrThrow();

    /// <inheritdoc cref="TryLoseRequests"/>
    public void LoseRequests(int partition, int requests) => TryLoseRequests(partition, requests).OrThrow();

    /// <summary>The living task with this id, or null.</summary>
    public abstract XvmaTask? FindTask(long id);

    /// <summary>Runs a chiplet's interrupt handler once: reads and clears its fault map and handles what it found (FLT-2).</summary>
    /// <param name="chiplet">0 … <see cref="MachineOptions.AllChiplets"/> − 1.</param>
    /// <returns>How many faults the map named.</returns>
    public abstract int ServeInterrupts(int chiplet);

    /// <summary>Returns once a chiplet's fault map names a fault, or a spurious interrupt was raised (FLT-11).</summary>
    /// <param name="chiplet">0 … <see cref="MachineOptions.AllChiplets"/> − 1.</param>
    public abstract void AwaitInterrupt(int chiplet);

    /// <summary>Raises a spurious interrupt: ends one wait for an interrupt, now or the next one, with nothing in the fault map.</summary>
    /// <param name="chiplet">0 … <see cref="MachineOptions.AllChiplets"/> − 1.</param>
    public abstract void RaiseInterrupt(int chiplet);

    /// <summary>
    /// What has happened since the machine was made (FLT-15). Reading it stops nobody; under an explorer it may be read before the threads begin and
    /// after they have ended.
    /// </summary>
    public abstract GruStatistics Statistics { get; }

    /// <summary>
    /// What the machine holds, cell by cell: one consistent picture while nobody changes it, otherwise each part as it was at some instant.
    /// </summary>
    public abstract MachineSnapshot Snapshot();
}
