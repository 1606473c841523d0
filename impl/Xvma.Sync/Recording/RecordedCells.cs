namespace Xvma.Sync;

/// <summary>
/// The cells of every machine over <see cref="RecordingSync"/> in this process. Each operation is performed, and shown to the observer, under one lock: the order in
/// which it is shown is an order in which it happened.
/// </summary>
internal static class RecordedCells
{
    private static readonly object Gate = new();
    private static readonly List<long> Values = [0];
    private static ISyncObserver? observer;

    public static bool IsObserved => Volatile.Read(ref observer) is not null;

    /// <summary>Changes who sees what happens.</summary>
    /// <exception cref="InvalidOperationException">Somebody does already.</exception>
    public static void Observe(ISyncObserver? next)
    {
        lock (Gate)
        {
            if (next is not null && observer is not null) throw new InvalidOperationException("A recording is under way in this process; one at a time.");
            observer = next;
        }
    }

    public static int Create(long initial, in CellName name, int index)
    {
        lock (Gate)
        {
            var cell = Values.Count;
            Values.Add(initial);
            observer?.Created(cell, in name, index, initial);
            return cell;
        }
    }

    public static RecordedReference Create(object? initial, in CellName name, int index)
    {
        lock (Gate)
        {
            var cell = Values.Count;
            Values.Add(0);
            observer?.Created(cell, in name, index, initial);
            return new(cell) { Value = initial };
        }
    }

    public static long Read(long cell)
    {
        lock (Gate)
        {
            var value = Values[(int)cell];
            observer?.Touched(Thread, (int)cell, Touch.Read, value);
            return value;
        }
    }

    /// <summary>Changes an integer cell, if it holds what is expected, when anything is.</summary>
    /// <returns>What it held before.</returns>
    public static long Change(long cell, Func<long, long, long> next, long with, long? expected = null)
    {
        lock (Gate)
        {
            var before = Values[(int)cell];
            var changes = expected is null || before == expected;
            if (changes) Values[(int)cell] = next(before, with);
            observer?.Touched(Thread, (int)cell, changes ? Touch.Changed : Touch.Read, Values[(int)cell]);
            return before;
        }
    }

    /// <summary>Waits until the cell holds something else, without showing every look.</summary>
    public static void AwaitOther(long cell, long value)
    {
        var wait = default(SpinWait);
        while (true)
        {
            lock (Gate)
            {
                if (Values[(int)cell] != value) break;
            }

            wait.SpinOnce();
        }

        Read(cell);
    }

    public static object? Read(RecordedReference cell)
    {
        lock (Gate)
        {
            observer?.Touched(Thread, cell.Cell, Touch.Read, cell.Value);
            return cell.Value;
        }
    }

    /// <summary>Sets a reference cell. Returns what it held before.</summary>
    public static object? Change(RecordedReference cell, object? value)
    {
        lock (Gate)
        {
            var before = cell.Value;
            cell.Value = value;
            observer?.Touched(Thread, cell.Cell, Touch.Changed, value);
            return before;
        }
    }

    /// <summary>Sets a reference cell if it holds what is expected. Returns what it held before.</summary>
    public static object? Change(RecordedReference cell, object? value, object? expected)
    {
        lock (Gate)
        {
            var before = cell.Value;
            if (ReferenceEquals(before, expected)) return Change(cell, value);
            observer?.Touched(Thread, cell.Cell, Touch.Read, before);
            return before;
        }
    }

    public static void Show(int mutex, Touch touch)
    {
        lock (Gate) observer?.Touched(Thread, mutex, touch, 0);
    }

    public static void Tell(object what)
    {
        lock (Gate) observer?.Told(Thread, what);
    }

    private static int Thread => Environment.CurrentManagedThreadId;
}
