using Xvma.Sync;

namespace Braid;

internal abstract partial class Execution
{
    private const int MaxCells = 1 << 19;

    private long[] values = new long[64];
    private object?[] references = new object?[64];
    private NamedCell[] cellNames = new NamedCell[64];
    private CellIdentity?[] identities = new CellIdentity?[64];
    private bool[] visible = [];
    private long[] arrangedValues = [];
    private object?[] arrangedReferences = [];
    private int arrangedCells;
    private int[] created = [];
    private int[] reserved = [];
    private int arrangedBlocks;
    private int stride;
    private readonly TrackedMemory memory = new();

    /// <summary>A new cell's number. During a schedule it follows from who makes it and how many it made before, so that schedules agree on it.</summary>
    private int NewCell(in NamedCell name, bool isLocal = false)
    {
        int id;
        if (mode == Mode.Arranging) id = ++arrangedCells;
        else if (isLocal || mode is Mode.Sharing or Mode.Resting) id = arrangedCells + 1 + (created[SlotOf(current)]++ * stride) + SlotOf(current);
        else throw RuleBroken($"The cell '{name}' is created outside of Share and of Arrange, so that executing again would make another one.");
        if (id >= MaxCells) throw RuleBroken($"More than {MaxCells} cells.");
        if (id >= values.Length) GrowCells(id);
        cellNames[id] = name;
        return id;
    }

    private int SlotOf(int thread) => Math.Min(thread, stride - 1);

    private void GrowCells(int id)
    {
        var size = Math.Max(values.Length * 2, id + 1);
        Array.Resize(ref values, size);
        Array.Resize(ref references, size);
        Array.Resize(ref cellNames, size);
        Array.Resize(ref identities, size);
        if (isBuffered) Array.Resize(ref origins, size);
    }

    public void CreateInteger(ref long slot, long initial, in NamedCell name)
    {
        var id = NewCell(in name);
        values[id] = initial;
        slot = id;
        ObserveCreated(id, initial);
    }

    public void CreateReference(ref object? slot, object? initial, in NamedCell name)
    {
        var identity = NewIdentity(in name);
        references[identity.Id] = initial;
        slot = identity;
        ObserveCreated(identity.Id, initial);
    }

    /// <summary>A lock, queue or mailbox: an identity whose integer value, 0 at first, is its state.</summary>
    public CellIdentity NewIdentity(in NamedCell name)
    {
        var id = NewCell(in name);
        values[id] = 0;
        return identities[id] ??= new(id);
    }

    /// <summary>A lock or queue: an identity that is observed.</summary>
    public CellIdentity NewWaitable(in NamedCell name)
    {
        var identity = NewIdentity(in name);
        ObserveCreated(identity.Id, 0);
        return identity;
    }

    /// <inheritdoc cref="ISync.Share{TState, T}"/>
    public T Share<TState, T>(TState state, Func<TState, T> create)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(create);
        if (mode is Mode.Arranging or Mode.Sharing or Mode.Resting) return create(state);
        if (mode != Mode.Scheduled) throw OutOfPlace("Share");
        var key = LogEntry.KeyOf(OperationKind.Share, 0);
        if (!IsCaughtUp) return (T)ReplayReference(key)!;
        var made = Sharing(state, create);
        Append(key, 0, made);
        return made;
    }

    /// <summary>Makes an object that owns cells; the caller logs it.</summary>
    private T Sharing<TState, T>(TState state, Func<TState, T> create)
    {
        mode = Mode.Sharing;
        shareStart = created[SlotOf(current)];
        try
        {
            return create(state);
        }
        finally
        {
            if (mode == Mode.Sharing) mode = Mode.Scheduled;
        }
    }

    private int shareStart;

    /// <summary>Whether the cell was made by the <see cref="Share{TState, T}"/> that is under way.</summary>
    private bool IsBeingShared(int id)
    {
        var number = id - arrangedCells - 1;
        return number >= 0 && number % stride == SlotOf(current) && number / stride >= shareStart;
    }

    private void KeepArranged()
    {
        stride = bodies.Count + 1;
        created = new int[stride];
        reserved = new int[stride];
        arrangedValues = values.AsSpan(0, arrangedCells + 1).ToArray();
        arrangedReferences = references.AsSpan(0, arrangedCells + 1).ToArray();
        memory.KeepArranged();
        KeepArrangedTallies();
    }

    private void RestoreArranged()
    {
        Array.Copy(arrangedValues, values, arrangedValues.Length);
        Array.Copy(arrangedReferences, references, arrangedReferences.Length);
        Array.Clear(created);
        Array.Clear(reserved);
        memory.Restore();
        RestoreArrangedTallies();
    }

    /// <summary>A slot that no cell of this exploration owns.</summary>
    private Exception NotACell() => RuleBroken("A cell is used that was never created by this exploration.");

    private int IdOf(object? slot) => slot is CellIdentity identity ? identity.Id : throw NotACell();

    private string NameOf(in Operation operation, int thread) => operation.Kind switch
    {
        OperationKind.Choose => choiceNames[thread].ToString(),
        OperationKind.FenceHeavy => "",
        OperationKind.Flush when cellNames[operation.Location].Index == BlockIndex => NameOfMemory(operation.Value),
        >= OperationKind.ReleaseMemory and <= OperationKind.CompareExchangeMemory => NameOfMemory(operation.Value),
        _ => operation.Location == 0 ? "" : cellNames[operation.Location].ToString(),
    };

    /// <summary>How the number in the operation's cell is shown, if it is one that says so.</summary>
    private Func<long, string>? ShowOf(in Operation operation) =>
        operation.Kind <= OperationKind.SpinWhileEqual && operation.Location != 0 ? cellNames[operation.Location].Name.Show : null;
}
