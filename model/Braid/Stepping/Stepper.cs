namespace Braid;

/// <summary>Runs executions of one program step by step, as a <see cref="Driver"/> says: for searches and checks other than the explorer's own.</summary>
public sealed class Stepper
{
    private readonly Execution run;
    private readonly int maxSteps;

    private Stepper(Execution run, int maxSteps)
    {
        this.run = run;
        this.maxSteps = maxSteps;
        run.LoopRounds = 0; // who drives from outside is told of every round
    }

    /// <summary>Number of threads and actors there can be.</summary>
    public int Threads => run.IsBuffered ? run.ThreadCapacity / 2 : run.ThreadCapacity;

    /// <summary>Number of movers there can be: the threads and, under total store order, as many store buffers.</summary>
    public int Movers => run.ThreadCapacity;

    /// <summary>How many locations the invariant of every step has been seen to read.</summary>
    public int Watched => run.VisibleCells.Count(isRead => isRead);

    /// <summary>Lets <paramref name="session"/> run executions; returns when it returns.</summary>
    /// <param name="program">Makes an instance of the program; called once.</param>
    /// <param name="model">In which order stores reach the other threads.</param>
    /// <param name="maxSteps">Steps after which an execution is cut off; at least 1.</param>
    /// <param name="session">What to do with the stepper, on the thread that the program is arranged on.</param>
    public static void Use(Func<Program> program, MemoryModel model, int maxSteps, Action<Stepper> session)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSteps, 1);
        using var worker = new Worker(program, Backend.ReExecution, model, 0);
        worker.Post(run => session(new(run, maxSteps)));
        worker.Wait();
    }

    /// <summary>Runs one execution from the arranged state. One that goes wrong goes on to its end.</summary>
    /// <returns>How it ended; <see cref="TraceEnd.Stopped"/> if the driver stopped it.</returns>
    public TraceEnd Run(Driver driver)
    {
        ArgumentNullException.ThrowIfNull(driver);
        run.Configure(new Relay(driver, run), maxSteps, continueAfterFailure: true);
        run.RunSchedule();
        return run.Pruned ? TraceEnd.Stopped : TraceDigest.EndOf(run);
    }

    /// <summary>Those who still wait for something at the end of the execution just run, and what for.</summary>
    public IReadOnlyList<PendingMove> StillWaiting() => [.. run.PendingMoves(new PendingMove[run.ThreadCapacity], enabled: 0)];

    /// <summary>Whether the invariant of every step has been seen to read a location.</summary>
    public bool IsWatched(int location) => location < run.VisibleCells.Length && run.VisibleCells[location];

    /// <summary>Puts the explorer's questions in public terms.</summary>
    private sealed class Relay(Driver driver, Execution run) : Chooser
    {
        private readonly PendingMove[] moves = new PendingMove[run.ThreadCapacity];

        public override bool NeedsSteps => true;

        public override bool NeedsVisibility => true;

        public override bool HaltsSpins => true;

        public override int Next(Execution run, ulong enabled) => driver.Next(run.PendingMoves(moves, enabled), run.Paused);

        public override int Choose(Execution run, int count) => driver.Choose(count);
    }
}
