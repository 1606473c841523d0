using System.Numerics;

namespace Braid;

internal abstract partial class Execution
{
    /// <summary>Steps a pruned schedule may still take: running it out is cheaper than throwing, unless it does not end.</summary>
    private const int FreeStepBound = 2_000;

    /// <summary>
    /// The thread on top stands before the operation in its <see cref="pending"/> entry for the first time.
    /// </summary>
    /// <returns>Whether to perform it; otherwise others have moved and the log says what it did.</returns>
    private bool Arrive(int thread, bool canBlock)
    {
        var bit = 1UL << thread;
        if (canBlock)
        {
            plain &= ~bit;
            waiting |= bit;
        }
        else
        {
            plain |= bit;
            waiting &= ~bit;
        }

        if (isBuffered) NoteNeeds(thread);
        if (Length >= rounds[thread].LookAt) LookForLoop(thread);
        if (unstarted != 0)
        {
            if ((unstarted & bit) != 0) NoteStarted(thread);
            if (unstarted != 0) return SwitchAway(thread);
        }

        Decide();
        return turn == thread || SwitchAway(thread);
    }

    /// <summary>Lets others run until it is this thread's turn, or the schedule is over.</summary>
    /// <returns>As <see cref="Arrive"/>.</returns>
    protected abstract bool SwitchAway(int thread);

    /// <summary>Lets store buffers move until it is a thread's turn, or ends the schedule.</summary>
    protected void Decide()
    {
        DecideOnce();
        while (turn >= firstBuffer)
        {
            Flush(turn);
            if (!IsUnwinding) DecideOnce();
        }
    }

    /// <summary>Sets <see cref="turn"/>, or ends the schedule, or has somebody catch up first.</summary>
    private void DecideOnce()
    {
        while (!TryDecide())
        {
            // Somebody's turn has been taken for it.
        }
    }

    private bool TryDecide()
    {
        if (LoopLeft || probing >= 0)
        {
            Probe();
            return true;
        }

        var enabled = waiting == 0 ? plain & ~held : (plain | Unblocked()) & ~held;
        var goesRound = (spinning | looping) != 0;
        if (goesRound) enabled &= ~Stalled();
        var released = 0UL;
        if (enabled == 0 && Behind == 0)
        {
            if (!goesRound || !WouldSpinOn()) enabled = LetTimePass();
            if (enabled == 0 && goesRound) enabled = released = EndSpinning();
            if (enabled == 0)
            {
                if (goesRound) return true;
                if (waiting == 0 || OnlyIdleActorsWait()) turn = Done;
                else ReportDeadlock();
                return true;
            }
        }

        if (pruned)
        {
            if (++freeSteps > FreeStepBound) GiveUp();
            else turn = (enabled >> current & 1) != 0 && current < Stage.MaxThreads ? current : BitOperations.TrailingZeroCount(enabled);
            return true;
        }

        if (Loops is not null && EndsInLoop(enabled)) return true;
        if (stepCount >= maxSteps)
        {
            FailAtBound(enabled);
            GiveUp();
            return true;
        }

        // Where loops are halted, those that go on to see whether they end are no part of what is searched.
        var next = released != 0 && chooser.HaltsSpins ? lastReleased : chooser.Next(this, enabled | Behind);
        if (IsUnwinding) return true;
        if (next == Chooser.Prune)
        {
            pruned = true;
            turn = BitOperations.TrailingZeroCount(enabled);
            return true;
        }

        if (Behind != 0 && CatchesUp(next)) return true;
        if ((enabled >> next & 1) == 0)
        {
            RuleBroken(Impure(next, $"cannot perform {Standing(next)}, which it could"));
            return true;
        }

        if (next != current && TakeTurnOf(next)) return false;
        Turn(next);
        return true;
    }

    private void Turn(int next)
    {
        if (stepCount == decisionThreads.Length) GrowSteps();
        decisionThreads[stepCount] = (byte)next;
        turn = next;
    }

    /// <summary>The schedule repeats another one, but this thread stands elsewhere: something survives from schedule to schedule.</summary>
    public void Unrepeatable(int thread, long key)
    {
        var message = $"{names[ThreadOf(thread)]} stands before {Standing(thread)}, where after the same steps it had stood before {Describe(key)}. " +
            "Shared state must live in cells, and bodies must be deterministic.";
        RuleBroken(message);
    }

    private ulong Unblocked()
    {
        if (isBuffered) return UnblockedBuffered();
        var result = 0UL;
        for (var rest = waiting; rest != 0; rest &= rest - 1)
        {
            var thread = BitOperations.TrailingZeroCount(rest);
            ref var operation = ref pending[thread];
            if (CanMove(in operation, operation.Kind == OperationKind.Delay ? clock : values[operation.Location])) result |= 1UL << thread;
        }

        return result;
    }

    /// <summary>Whether a waiting operation can move when its location holds <paramref name="value"/>; for a delay, the clock.</summary>
    public static bool CanMove(in Operation operation, long value) => CanMove(operation.Kind, operation.Value, value);

    /// <inheritdoc cref="CanMove(in Operation, long)"/>
    public static bool CanMove(OperationKind kind, long waitedOn, long value) => kind switch
    {
        OperationKind.Enter => value == 0,
        OperationKind.SpinWhileEqual or OperationKind.Wait => value != waitedOn,
        OperationKind.EnterRead => ReaderWriterState.AdmitsReader(value),
        OperationKind.AwaitWrite => ReaderWriterState.AdmitsWriter(value),
        OperationKind.Delay => value >= waitedOn,
        OperationKind.Receive => MailboxState.HasMessage(value),
        _ => true,
    };

    /// <summary>
    /// Time passes only when nobody can move: then the clock jumps to the earliest deadline. Everything before such a pause
    /// precedes everything after it.
    /// </summary>
    private ulong LetTimePass()
    {
        var earliest = long.MaxValue;
        for (var rest = waiting; rest != 0; rest &= rest - 1)
        {
            ref var operation = ref pending[BitOperations.TrailingZeroCount(rest)];
            if (operation.Kind == OperationKind.Delay) earliest = Math.Min(earliest, operation.Value);
        }

        if (earliest == long.MaxValue) return 0;
        clock = Math.Max(clock, earliest);
        paused = true;
        return Unblocked();
    }

    private bool OnlyIdleActorsWait()
    {
        for (var rest = waiting; rest != 0; rest &= rest - 1)
        {
            if (pending[BitOperations.TrailingZeroCount(rest)].Kind != OperationKind.Receive) return false;
        }

        return true;
    }

    private void GrowSteps()
    {
        Array.Resize(ref decisionThreads, stepCount * 2);
        Array.Resize(ref decisionChoices, stepCount * 2);
        if (needsSteps) Array.Resize(ref steps, stepCount * 2);
    }

    /// <summary>The thread on top performs its pending operation now.</summary>
    private void Take(int thread)
    {
        turn = Undecided;
        if (pruned) return;
        if (needsSteps) NoteStep(thread);
        else if (fed is not null && pending[thread].Kind != OperationKind.Choose) Feed(thread);
        if (stepCount++ == stopBefore) stop!();
    }

    private void NoteStep(int thread)
    {
        ref var operation = ref pending[thread];
        Describe(thread, in operation, ref steps[stepCount]);
        if (operation.Kind is OperationKind.StoreReference or OperationKind.CompareExchangeReference or OperationKind.ExchangeReference or OperationKind.Flush)
            NoteReferences(in operation);
        paused = false;
    }

    /// <summary>Gives the hash a step on something else than an integer cell; one that chooses when what is chosen is known.</summary>
    private void Feed(int thread, int choice = 0)
    {
        Step step = default;
        Describe(thread, ref step);
        step.Choice = choice;
        fed!.Add(in step);
        paused = false;
    }

    private int stopBefore = -1;
    private Action? stop;

    /// <summary>Has something called before the step of that index in every schedule that follows, on the thread that is to perform it; −1 for none.</summary>
    public void StopBefore(int step, Action? what) => (stopBefore, stop) = (what is null ? -1 : step, what);

    /// <summary>Gives up the schedule: unwinds all bodies.</summary>
    protected void GiveUp()
    {
        mode = Mode.Unwinding;
        turn = Done;
        LeaveLog();
    }

    /// <summary>The decisions of the last schedule.</summary>
    public ReadOnlySpan<byte> DecisionThreads => decisionThreads.AsSpan(0, stepCount);

    /// <summary>The values chosen, at the indices of the steps that were choices.</summary>
    public ReadOnlySpan<int> DecisionChoices => decisionChoices.AsSpan(0, stepCount);
}
