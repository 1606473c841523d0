using Xvma.Sync;

namespace Braid;

internal abstract partial class Execution
{
    private IScheduleObserver? observer;

    /// <summary>Whether somebody follows the steps.</summary>
    public bool IsObserved => observer is not null;

    /// <summary>What the program under test tells its observer: met once, as a step is, but no step.</summary>
    public void Tell<T>(T what)
        where T : notnull
    {
        var key = LogEntry.KeyOf(OperationKind.None, ToldKey);
        if (Replays(key, out _)) return;
        if (mode == Mode.Scheduled) Append(key, 0);
        if (!IsFollowed) return;
        try
        {
            observer!.Told(current, what);
        }
        catch (Violation violation) when (mode != Mode.Arranging)
        {
            Refuse(violation);
        }
    }

    /// <summary>Below this, keys of no operation stand for calls and notes (<see cref="Call"/>).</summary>
    private const long ToldKey = 1 << 16;

    // A schedule that is covered elsewhere, or has failed, is only run out.
    private bool IsFollowed => observer is not null
        && (mode == Mode.Arranging || (!pruned && Defect is null && mode is not (Mode.Observing or Mode.Unwinding)));

    private void ObserveCreated(int id, long initial)
    {
        if (!IsFollowed) return;
        ref var name = ref cellNames[id];
        observer!.Created(id, name.Name, name.Index, initial);
    }

    private void ObserveCreated(int id, object? initial)
    {
        if (!IsFollowed) return;
        ref var name = ref cellNames[id];
        observer!.Created(id, name.Name, name.Index, initial);
    }

    private void ObserveTouch(int thread, int id, Touch touch, long value)
    {
        if (!IsFollowed) return;
        try
        {
            observer!.Touched(thread, id, touch, value);
        }
        catch (Violation violation) when (mode != Mode.Arranging)
        {
            Refuse(violation);
        }
    }

    private void ObserveTouch(int thread, int id, Touch touch, object? value)
    {
        if (!IsFollowed) return;
        try
        {
            observer!.Touched(thread, id, touch, value);
        }
        catch (Violation violation) when (mode != Mode.Arranging)
        {
            Refuse(violation);
        }
    }

    private void ObserveWaitable(int thread, int id, OperationKind kind, long given)
    {
        switch (kind)
        {
            case OperationKind.Enter or OperationKind.TryEnter when kind == OperationKind.Enter || given != 0:
                ObserveTouch(thread, id, Touch.Entered, 0);
                break;
            case OperationKind.Exit:
                ObserveTouch(thread, id, Touch.Left, 0);
                break;
        }
    }

    private void ObserveBegin()
    {
        try
        {
            observer!.Begin();
        }
        catch (Violation violation)
        {
            Fail(FailureKind.Safety, violation.Identity, violation.Message);
            GiveUp();
        }
    }

    private void Refuse(Violation violation)
    {
        Fail(FailureKind.Safety, violation.Identity, violation.Message, isAtRest: mode == Mode.Resting);
        if (keepGoing && mode != Mode.Resting) return;
        GiveUp();
        throw Unwinding.Instance;
    }
}
