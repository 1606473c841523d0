using System.Numerics;

namespace Braid;

/// <summary>
/// An operating-system thread for each logical one. Exactly one of them, or the worker, holds the baton; who gives it away has decided who
/// gets it. All are pinned to one core: handing over is then a switch and not a message to another core.
/// </summary>
internal sealed class ThreadedExecution : Execution
{
    private const int ThreadStackBytes = 16 << 20;

    private readonly Func<Program> make;
    private readonly CoreAffinity affinity;
    private Baton[] batons = [];
    private Thread[] threads = [];
    private Baton worker = null!;
    private ulong inside;
    private bool isClosing;
    private bool isUsed;

    /// <param name="program">Makes an instance for each schedule, so that state outside of cells is as fresh as the cells.</param>
    /// <param name="model">In which order stores are seen.</param>
    /// <param name="index">Which core, of those there are.</param>
    public ThreadedExecution(Func<Program> program, MemoryModel model, int index)
        : base(program(), model)
    {
        make = program;
        affinity = new(index);
        affinity.Pin();
        Attach();
        Arrange();
        worker = new();
        batons = new Baton[bodies.Count];
        threads = new Thread[bodies.Count];
        for (var thread = 0; thread < threads.Length; thread++)
        {
            var own = thread;
            batons[own] = new();
            threads[own] = new(() => Loop(own), ThreadStackBytes) { IsBackground = true, Name = $"Braid thread {own}" };
            threads[own].Start();
        }
    }

    public override void Dispose()
    {
        isClosing = true;
        for (var thread = 0; thread < threads.Length; thread++)
        {
            batons[thread].Give();
            threads[thread].Join();
            batons[thread].Dispose();
        }

        worker.Dispose();
        affinity.Unpin();
        Detach();
    }

    protected override void Restore()
    {
        if (isUsed) Arrange(make());
        isUsed = true;
    }

    protected override void RunThreads()
    {
        inside = 0;
        var next = NextToRun();
        if (next < 0) return;
        batons[next].Give();
        worker.Await();
    }

    protected override bool SwitchAway(int thread)
    {
        logs[thread].Length = Length;
        var next = NextToRun();
        if (next >= 0 && next != thread)
        {
            batons[next].Give();
            batons[thread].Await();
        }

        if (IsUnwinding) throw Unwinding.Instance;
        Load(thread, logs[thread].Length);
        return true;
    }

    private void Loop(int thread)
    {
        affinity.Pin();
        Attach();
        while (true)
        {
            batons[thread].Await();
            if (isClosing) return;
            Run(thread);
            PassOn();
        }
    }

    private void Run(int thread)
    {
        inside |= 1UL << thread;
        Load(thread, logs[thread].Length);
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

    /// <summary>A body is over: the next thread goes on. When the schedule is over, those still inside of their bodies leave them, one by one.</summary>
    private void PassOn()
    {
        var next = NextToRun();
        if (next < 0 && inside != 0) next = BitOperations.TrailingZeroCount(inside);
        if (next >= 0) batons[next].Give();
        else worker.Give();
    }
}
