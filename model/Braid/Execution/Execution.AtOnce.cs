namespace Braid;

internal abstract partial class Execution
{
    /// <summary>An operation outside of a schedule: whether it may be performed without a turn, and what follows from it.</summary>
    private void AtOnce(OperationKind kind, int id, bool isRead)
    {
        switch (mode)
        {
            case Mode.Arranging or Mode.Resting:
                return;
            case Mode.Observing when isRead:
                NoteVisible(id);
                return;
            case Mode.Observing:
                throw RuleBroken($"{kind} of '{cellNames[id]}' in the invariant of every step, which may only read.");
            case Mode.Sharing when IsBeingShared(id):
                return;
            case Mode.Sharing:
                throw RuleBroken($"{kind} of '{cellNames[id]}' while a shared object is made: only its own cells may be used there.");
            default:
                throw Unwinding.Instance;
        }
    }

    private Exception OutOfPlace(string what) => mode switch
    {
        Mode.Unwinding => Unwinding.Instance,
        Mode.Arranging => new InvalidOperationException($"{what} has no meaning in Arrange."),
        _ => RuleBroken($"{what} has no meaning in an invariant or while a shared object is made."),
    };

    private InvalidOperationException WouldWait(int id) =>
        new($"Waiting for '{cellNames[id]}' where nobody else runs would never end.");

    /// <summary>Whether the invariant of every step has read a cell that <see cref="visible"/> did not know: the search so far took too little for visible.</summary>
    public bool VisibleGrew { get; private set; }

    /// <summary>The cells that the invariant of every step has been seen to read.</summary>
    public bool[] VisibleCells
    {
        get => visible;
        set
        {
            visible = value;
            VisibleGrew = false;
        }
    }

    private void NoteVisible(int id)
    {
        if (!tracksVisible || (id < visible.Length && visible[id])) return;
        if (id >= visible.Length) Array.Resize(ref visible, Math.Max(id + 1, values.Length));
        visible[id] = true;
        VisibleGrew = true;
    }

    private void AfterStep(int thread, long before, long after, long result)
    {
        recorder?.Integer(thread, in pending[thread], NameOf(in pending[thread], thread), before, after, result, ShowOf(in pending[thread]));
        if (WatchesLoops) NoteSpin(thread, before, after);
        CheckInvariant();
    }

    private void AfterStep(int thread, object? before, object? after, object? result)
    {
        recorder?.Reference(thread, in pending[thread], NameOf(in pending[thread], thread), before, after, result);
        if (WatchesLoops) NoteSpin(thread, before, after);
        CheckInvariant();
    }

    /// <summary>After a step that only the thread's own store buffer took part in: memory is as it was.</summary>
    private void AfterStep(int thread, object? value)
    {
        recorder?.Buffered(thread, in pending[thread], NameOf(in pending[thread], thread), value, ShowOf(in pending[thread]));
        if (WatchesLoops) NoteSpin(thread);
    }

    private void CheckInvariant()
    {
        if (!hasInvariant || pruned) return;
        Invariant();
        if (mode == Mode.Unwinding) throw Unwinding.Instance;
    }
}
