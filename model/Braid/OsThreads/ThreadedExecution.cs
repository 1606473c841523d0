using System.Numerics;
using System.Runtime.ExceptionServices;

namespace Braid;

/// <summary>
/// Logical threads that are never executed again: one that is suspended in the middle keeps the stack of an operating-system thread, its
/// carrier, until it goes on. One that is not borrows the stack of whoever runs: that of the worker, or of a carrier whose thread has ended. So
/// a schedule costs about as many hand-overs as it has preemptions, and none without. Exactly one carrier holds the baton; who gives it away
/// has decided who gets it. All are pinned to one core: handing over is then a switch and not a message to another core.
/// </summary>
internal sealed class ThreadedExecution : Execution
{
    private const int ThreadStackBytes = 16 << 20;
    private const int Nowhere = -1;

    private readonly Func<Program> make;
    private readonly bool takesTurns;
    private readonly CoreAffinity affinity;

    /// <summary>The worker, and the operating-system threads beside it, made when they are first needed.</summary>
    private readonly List<Baton> batons = [];
    private readonly List<Thread> threads = [];

    /// <summary>On which carrier each logical thread is suspended.</summary>
    private readonly int[] carriers = new int[Stage.MaxThreads];

    /// <summary>Carriers whose stack is free, one bit each; the worker is number 0.</summary>
    private ulong free;

    /// <summary>The carrier that holds the baton.</summary>
    private int holder;

    /// <summary>Logical threads inside of their bodies.</summary>
    private ulong inside;

    /// <summary>Asked between schedules whether there is another one, by the carrier that ended the last thread; null while a single one is run.</summary>
    private Func<bool>? another;

    private ExceptionDispatchInfo? error;
    private bool isOver;
    private bool isClosing;
    private bool isUsed;

    /// <param name="program">Makes an instance for each schedule, so that state outside of cells is as fresh as the cells.</param>
    /// <param name="model">In which order stores are seen.</param>
    /// <param name="index">Which core, of those there are.</param>
    /// <param name="takesTurns">Whether the program is known to keep all that its threads share in cells.</param>
    public ThreadedExecution(Func<Program> program, MemoryModel model, int index, bool takesTurns)
        : base(program(), model)
    {
        make = program;
        this.takesTurns = takesTurns;
        affinity = new(index);
        affinity.Pin();
        Attach();
        Arrange();
        batons.Add(new());
        Array.Fill(carriers, Nowhere);
    }

    /// <summary>How often a carrier gave the baton to another one, over all schedules.</summary>
    public long HandOvers { get; private set; }

    protected override bool TakesTurns => takesTurns;

    public override void Dispose()
    {
        isClosing = true;
        for (var carrier = 1; carrier < batons.Count; carrier++)
        {
            batons[carrier].Give();
            threads[carrier - 1].Join();
        }

        foreach (var baton in batons) baton.Dispose();
        affinity.Unpin();
        Detach();
    }

    protected override void Restore()
    {
        if (isUsed) Arrange(make());
        isUsed = true;
    }

    /// <remarks>The carrier that ends a schedule goes on with the next: the worker, who asked for them, gets the baton back only after the last.</remarks>
    public override void RunSchedules(Func<bool> another)
    {
        this.another = another;
        error = null;
        BeginSchedule();
        RunThreads();
        this.another = null;
        error?.Throw();
    }

    protected override void RunThreads()
    {
        inside = 0;
        holder = 0;
        isOver = false;
        Drive(0);
    }

    protected override bool SwitchAway(int thread)
    {
        var at = Length;
        logs[thread].Length = at;
        var next = NextToRun();
        if (next >= 0 && next != thread)
        {
            var own = holder;
            carriers[thread] = own;
            HandOver(carriers[next] != Nowhere ? carriers[next] : FreeCarrier());
            batons[own].Await();
            carriers[thread] = Nowhere;
        }

        if (IsUnwinding) throw Unwinding.Instance;
        Load(thread, at);
        return IsCaughtUp;
    }

    /// <summary>
    /// Goes on with the schedules on a carrier whose stack is free. The worker returns when they are over, with the baton; another carrier when it
    /// has given the baton away.
    /// </summary>
    private void Drive(int own)
    {
        while (!isOver || own != 0)
        {
            var next = NextToRun();

            // When the schedule is over, those still inside of their bodies leave them, one by one.
            if (next < 0 && inside != 0) next = BitOperations.TrailingZeroCount(inside);
            if (next >= 0 && carriers[next] == Nowhere)
            {
                Run(next);
                continue;
            }

            if (next < 0 && GoesOn()) continue;
            if (next < 0 && own == 0) return;
            free |= 1UL << own;
            HandOver(next < 0 ? 0 : carriers[next]);
            if (own != 0) return;
            batons[0].Await();
        }
    }

    /// <summary>All threads have ended: begins another schedule, if there is to be one.</summary>
    private bool GoesOn()
    {
        isOver = true;
        if (another is null) return false;
        try
        {
            EndSchedule();
            if (!another()) return false;
            BeginSchedule();
        }
        catch (Exception exception)
        {
            error = ExceptionDispatchInfo.Capture(exception);
            return false;
        }

        return !(isOver = false);
    }

    private void HandOver(int carrier)
    {
        holder = carrier;
        free &= ~(1UL << carrier);
        HandOvers++;
        batons[carrier].Give();
    }

    /// <summary>A carrier to run a body on that has not begun; the worker if it can be, which gets the baton in the end.</summary>
    private int FreeCarrier()
    {
        if (free != 0) return BitOperations.TrailingZeroCount(free);
        var carrier = batons.Count;
        batons.Add(new());
        threads.Add(new(() => Loop(carrier), ThreadStackBytes) { IsBackground = true, Name = $"Braid carrier {carrier}" });
        threads[^1].Start();
        return carrier;
    }

    private void Loop(int own)
    {
        affinity.Pin();
        Attach();
        while (true)
        {
            batons[own].Await();
            if (isClosing) return;
            Drive(own);
        }
    }

    private void Run(int thread)
    {
        inside |= 1UL << thread;
        Load(thread, logs[thread].Start);
        try
        {
            bodies[thread]();
        }
        catch (Exception exception)
        {
            Caught(exception, thread);
        }

        inside &= ~(1UL << thread);
        if (!IsUnwinding) Leave(thread);
    }
}
