namespace Braid;

/// <summary>
/// All logical threads on one operating-system thread. To go on with a thread, its body is called once more on top of whatever runs:
/// its operations give what the log says up to the last one performed; there it is live. When all have ended, the activations below run
/// out on their complete logs.
/// </summary>
internal sealed unsafe class ReExecution : Execution
{
    /// <summary>Address space for the stack; committed as it is used.</summary>
    public const int StackBytes = 256 << 20;

    /// <summary>What a body may use of the stack by itself.</summary>
    private const int StackReserve = 4 << 20;

    private readonly nint stackLimit;

    /// <summary>Arranges <paramref name="program"/> for the calling operating-system thread, whose stack is <see cref="StackBytes"/> deep.</summary>
    public ReExecution(Program program, MemoryModel model)
        : base(program, model)
    {
        byte here = 0;
        stackLimit = (nint)(&here) - StackBytes + StackReserve;
        Attach();
        Arrange();
    }

    protected override bool TakesTurns => true;

    public override void Dispose() => Detach();

    protected override void RunThreads()
    {
        for (int next; (next = NextToRun()) >= 0;) Activate(next);
    }

    protected override bool SwitchAway(int thread)
    {
        var at = Cursor;
        logs[thread].Length = Length;
        for (int next; (next = NextToRun()) >= 0 && next != thread;) Activate(next);
        if (IsUnwinding) throw Unwinding.Instance;
        Load(thread, at);
        return IsCaughtUp;
    }

    private void Activate(int thread)
    {
        byte here = 0;
        if ((nint)(&here) < stackLimit)
        {
            Fail(FailureKind.NonTermination, nameof(FailureKind.NonTermination), $"The schedule has more switches than fit the stack: {StepCount} steps.");
            GiveUp();
            return;
        }

        Load(thread, logs[thread].Start);
        try
        {
            bodies[thread]();
        }
        catch (Exception exception)
        {
            Caught(exception, thread);
        }

        if (!IsUnwinding) Leave(thread);
    }
}
