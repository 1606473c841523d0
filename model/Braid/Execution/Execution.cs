using System.Numerics;
using System.Runtime.CompilerServices;

namespace Braid;

/// <summary>
/// One program and its state, run schedule after schedule. The fields below are the registers of the logical thread that is on top;
/// how another thread comes on top is what the two backends differ in.
/// </summary>
internal abstract partial class Execution : IDisposable
{
    protected const int Undecided = -1;
    protected const int Done = -2;

    [ThreadStatic]
    private static Execution? exploring;

    private Program program;
    private readonly bool hasInvariant;

    // The thread on top.
    protected int current;
    private Mode mode;

    // All threads.
    protected readonly List<string> names = [];
    protected readonly List<Action> bodies = [];
    protected Operation[] pending = [];
    private Operation[] firstOperations = [];
    protected ulong plain;
    protected ulong waiting;
    protected ulong unstarted;
    private ulong firstPlain;
    private ulong firstWaiting;
    private ulong firstUnknown;
    private ulong localFirst;
    private bool firstKnown;
    protected ulong ended;
    private ulong thrown;

    // The schedule.
    protected int turn;
    private Chooser chooser = null!;
    private int maxSteps;
    private bool keepGoing;
    private bool pruned;
    private int freeSteps;
    private long clock;
    private bool paused;
    private int stepCount;
    private byte[] decisionThreads = new byte[256];
    private int[] decisionChoices = new int[256];
    private Step[] steps = new Step[256];
    private bool needsSteps;
    private TraceHash? fed;
    private bool watching;
    private bool tracksVisible;

    protected Execution(Program program, MemoryModel model)
    {
        isBuffered = model == MemoryModel.TotalStoreOrder;
        if (isBuffered) origins = new byte[values.Length];
        this.program = program;
        hasInvariant = program.GetType().GetMethod(nameof(Program.EachStep), Type.EmptyTypes)?.DeclaringType != typeof(Program);
    }

    protected enum Mode : byte
    {
        /// <summary>Operations are scheduling points.</summary>
        Scheduled,

        /// <summary>Before the first schedule: operations act at once, cells may be created.</summary>
        Arranging,

        /// <summary>In the invariant of every step: operations act at once, writes are refused.</summary>
        Observing,

        /// <summary>At the end: operations act at once.</summary>
        Resting,

        /// <summary>While a shared object is made: cells may be created.</summary>
        Sharing,

        /// <summary>The schedule is over: operations have no effect.</summary>
        Unwinding,
    }

    /// <summary>The execution that the calling operating-system thread belongs to.</summary>
    public static Execution Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => exploring ?? throw NotExploring();
    }

    /// <summary>The same, or null.</summary>
    public static Execution? CurrentOrNone => exploring;

    /// <summary>Names of the threads by index.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Number of steps taken so far, those after pruning not counted.</summary>
    public int StepCount => stepCount;

    /// <summary>The steps taken so far; filled when the chooser needs them.</summary>
    public Step[] Steps => steps;

    /// <summary>What each thread is about to do.</summary>
    public Operation[] Pending => pending;

    /// <summary>Threads whose pending operation waits.</summary>
    public ulong Waiting => waiting;

    /// <summary>Whether time passes before the decision being taken: nobody could move.</summary>
    public bool Paused => paused;

    /// <summary>Whether the program has an invariant of every step.</summary>
    public bool IsWatched => hasInvariant;

    /// <summary>One more than the largest number of a cell.</summary>
    public int CellCapacity => values.Length;

    /// <summary>Whether the last schedule was given up as covered elsewhere.</summary>
    public bool Pruned => pruned;

    protected bool IsUnwinding => mode == Mode.Unwinding;

    /// <summary>How the last schedule failed, or null.</summary>
    public Defect? Defect { get; private set; }

    /// <summary>Makes the calling operating-system thread belong to this execution.</summary>
    protected void Attach() => exploring = this;

    protected static void Detach() => exploring = null;

    /// <summary>Whether the hash is given each step as it is taken.</summary>
    public bool Feeds(TraceHash hash) => fed == hash;

    /// <summary>Changes who takes the decisions and the bounds; between schedules only.</summary>
    /// <param name="next">Who takes the decisions.</param>
    /// <param name="stepBound">Steps after which a schedule is given up.</param>
    /// <param name="continueAfterFailure">Whether schedules go on after a failure, where they can.</param>
    /// <param name="keepsSteps">Whether <see cref="Steps"/> is filled whatever the chooser needs.</param>
    /// <param name="hash">What is asked for the hash of each schedule, or null.</param>
    public void Configure(Chooser next, int stepBound, bool continueAfterFailure, bool keepsSteps = false, TraceHash? hash = null)
    {
        chooser = next;
        maxSteps = stepBound;
        keepGoing = continueAfterFailure;
        needsSteps = next.NeedsSteps || keepsSteps || (hash is not null && isBuffered);
        fed = needsSteps ? null : hash;
        tracksVisible = next.NeedsVisibility;
        probed.Clear();
        if (needsSteps && steps.Length < decisionThreads.Length) Array.Resize(ref steps, decisionThreads.Length);
        watching = hasInvariant || recorder is not null || WatchesLoops;
    }

    /// <summary>Runs one schedule from the arranged state to its end.</summary>
    public void RunSchedule()
    {
        BeginSchedule();
        if (mode == Mode.Scheduled) RunThreads();
        EndSchedule();
    }

    /// <summary>Runs one schedule after the other, until <paramref name="another"/>, asked after each, says that it was the last.</summary>
    public virtual void RunSchedules(Func<bool> another)
    {
        do RunSchedule();
        while (another());
    }

    protected void BeginSchedule()
    {
        Begin();
        chooser.Begin(this);
        if (observer is not null) ObserveBegin();
        if (hasInvariant && mode == Mode.Scheduled) Invariant();
    }

    protected void EndSchedule()
    {
        LeaveLog();
        if (mode == Mode.Scheduled && !pruned)
        {
            AtRest();
            CheckObligations();
        }

        FinishRecording();
    }

    /// <summary>Lets all threads run to the end of the schedule.</summary>
    protected abstract void RunThreads();

    public abstract void Dispose();

    private void Begin()
    {
        Restore();
        mode = Mode.Scheduled;
        Defect = null;
        pruned = paused = false;
        freeSteps = stepCount = 0;
        clock = 0;
        turn = Undecided;
        ended = thrown = 0;
        current = Stage.MaxThreads;
        LeaveLog();
        if (firstKnown)
        {
            Array.Copy(firstOperations, pending, pending.Length);
            plain = firstPlain;
            waiting = firstWaiting;
            unstarted = firstUnknown;
            ended = AllThreads & ~(plain | waiting | unstarted);
        }
        else
        {
            plain = waiting = 0;
            unstarted = AllThreads;
        }

        ClearBuffers();
        ClearSpins();
        BeginLoops();
        ClearLoops();
        ClearLogs();
        BeginActors();
        Behind = 0;
        fed?.Begin(this);
    }

    private ulong AllThreads => ulong.MaxValue >> (64 - declared);

    /// <summary>
    /// A thread has met its first operation. What it is depends on nothing but the arranged state, so later schedules need not run the thread
    /// to know it, unless it is on a cell that the thread makes itself or compares with an object that it may make itself.
    /// </summary>
    private void NoteStarted(int thread)
    {
        var bit = 1UL << thread;
        unstarted &= ~bit;
        if (firstKnown) return;
        firstOperations[thread] = pending[thread];
        if (Length > 0) localFirst |= bit;
        if (pending[thread].Location > arrangedCells || pending[thread].Kind == OperationKind.CompareExchangeReference) firstUnknown |= bit;
        else if ((waiting & bit) != 0) firstWaiting |= bit;
        else firstPlain |= bit;
        firstKnown = unstarted == 0;
    }

    /// <summary>A thread's body has returned, live.</summary>
    private void NoteEnded(int thread)
    {
        var bit = 1UL << thread;
        ended |= bit;
        if ((looping & bit) != 0) LeaveLoop(thread);
        plain &= ~bit;
        waiting &= ~bit;
        if ((unstarted & bit) == 0) return;
        unstarted &= ~bit;
        if (firstKnown) return;
        if ((thrown & bit) != 0) firstUnknown |= bit;
        firstKnown = unstarted == 0;
    }

    private static InvalidOperationException NotExploring() =>
        new("BraidSync is used outside of an exploration. Cells over BraidSync live in an explorer: create them in Program.Arrange.");
}
