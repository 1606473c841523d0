using Xvma.Sync;

namespace Xvma;

/// <summary>One system: its tasks, groups, memory and GRU chiplets. Thread-safe; see <see cref="XvmaTask"/> for what tasks can do.</summary>
public abstract class Machine
{
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

    /// <summary>Starts a task with nothing but its uid (TSK-1).</summary>
    public abstract XvmaTask StartTask(int uid);

    /// <summary>The living task with this id, or null.</summary>
    public abstract XvmaTask? FindTask(long id);

    /// <summary>Runs a chiplet's interrupt handler once: reads and clears its fault map and handles what it found (FLT-2).</summary>
    /// <param name="chiplet">0 … <see cref="MachineOptions.Chiplets"/> − 1.</param>
    /// <returns>How many faults the map named.</returns>
    public abstract int ServeInterrupts(int chiplet);

    /// <summary>Returns once a chiplet's fault map names a fault, or a spurious interrupt was raised (FLT-11).</summary>
    /// <param name="chiplet">0 … <see cref="MachineOptions.Chiplets"/> − 1.</param>
    public abstract void AwaitInterrupt(int chiplet);

    /// <summary>Raises a spurious interrupt: ends one wait for an interrupt, now or the next one, with nothing in the fault map.</summary>
    /// <param name="chiplet">0 … <see cref="MachineOptions.Chiplets"/> − 1.</param>
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
