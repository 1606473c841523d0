using System.Numerics;
using System.Runtime.CompilerServices;

namespace Braid;

/// <summary>
/// All logical threads on one operating-system thread. To go on with a thread, its body is called once more on top of whatever runs:
/// its operations give what the log says up to the last one performed; there it is live. When all have ended, the activations below run
/// out on their complete logs.
/// </summary>
internal sealed class ReExecution : Execution
{
    /// <summary>Address space for the stack; committed as it is used.</summary>
    public const int StackBytes = 256 << 20;

    private ThreadLog[] logs = [];

    /// <summary>Arranges <paramref name="program"/> for the calling operating-system thread.</summary>
    public ReExecution(Program program)
        : base(program)
    {
        Attach();
        Arrange();
    }

    public override void Dispose() => Detach();

    protected override void PrepareThreads()
    {
        logs = new ThreadLog[bodies.Count];
        for (var thread = 0; thread < logs.Length; thread++) logs[thread] = new() { Entries = new LogEntry[64] };
    }

    protected override void BeginThreads()
    {
        foreach (var own in logs)
        {
            own.Length = 0;
            own.Start = 0;
        }
    }

    protected override void RunThreads()
    {
        while (true)
        {
            var next = NextToRun();
            if (next < 0) return;
            Activate(next);
        }
    }

    protected override bool SwitchAway(int thread)
    {
        var at = cursor;
        logs[thread].Length = length;
        while (true)
        {
            var next = NextToRun();
            if (next == thread && unstarted == 0) break;
            if (next < 0) break;
            Activate(next);
        }

        if (IsUnwinding) throw Unwinding.Instance;
        Load(thread, at);
        return at == length;
    }

    protected override void GrowLog()
    {
        base.GrowLog();
        logs[current].Entries = log;
    }

    protected override void GrowReferences()
    {
        base.GrowReferences();
        logs[current].References = logReferences;
    }

    /// <summary>Who is to be activated, or a negative number when the schedule is over.</summary>
    private int NextToRun()
    {
        if (IsUnwinding) return Done;
        if (unstarted != 0) return BitOperations.TrailingZeroCount(unstarted);
        if (turn == Undecided) Decide();
        return IsUnwinding ? Done : turn;
    }

    private void Activate(int thread)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
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

    /// <summary>A body has returned: live, or running out on its log.</summary>
    private void Leave(int thread)
    {
        logs[thread].Length = length;
        if (cursor != length || turn == thread) RuleBroken(Impure(thread, "ended before an operation that it had performed"));
        else if ((ended >> thread & 1) == 0) NoteEnded(thread);
    }

    /// <summary>Puts a thread on top.</summary>
    private void Load(int thread, int at)
    {
        var own = logs[thread];
        current = thread;
        log = own.Entries;
        logReferences = own.References;
        length = own.Length;
        cursor = at;
    }

    private sealed class ThreadLog
    {
        public LogEntry[] Entries = [];
        public object?[] References = [];
        public int Length;
        public int Start;
    }
}
