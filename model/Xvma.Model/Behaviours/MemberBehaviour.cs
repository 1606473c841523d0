namespace Xvma.Model;

/// <summary>What all threads of a task can do: issue instructions through a slot of their own.</summary>
public abstract partial class MemberBehaviour : Behaviour
{
    private readonly Gru? slot;

    private protected MemberBehaviour(XvmaTask task, Gru? slot, ICallLog calls)
        : base(calls)
    {
        Task = task;
        this.slot = slot;
    }

    /// <summary>The task it acts for.</summary>
    public XvmaTask Task { get; }

    private Gru Slot => slot ?? throw new InvalidOperationException(
        $"This actor of {Task} shares the task with another and has no instruction slot; give it a {nameof(FaultBehaviour)}.");

    /// <summary>Performs a call that has no method here.</summary>
    /// <param name="name">What to show of it.</param>
    /// <param name="call">The call; it gets the slot.</param>
    internal void Do(string name, Func<Gru, object> call)
    {
        Calls.Begin($"{name}");
        Calls.Return(call(Slot));
    }

    /// <summary>Takes the task's context to another chiplet.</summary>
    public Result Migrate(int chiplet)
    {
        Calls.Begin($"Migrate to chiplet {chiplet}");
        return Calls.Return(Task.TryMigrate(chiplet));
    }

    /// <summary>Reads 8 bytes.</summary>
    public Loaded Load(ExtendedAddress address)
    {
        Calls.Begin($"Load {address}");
        var cause = Slot.TryLoad(address, sizeof(ulong), out var value);
        return Calls.Return(new Loaded(cause, value));
    }

    /// <summary>Writes 8 bytes.</summary>
    public FaultCause Store(ExtendedAddress address, ulong value)
    {
        Calls.Begin($"Store {address} ← {value}");
        return Calls.Return(Slot.TryStore(address, sizeof(ulong), value));
    }

    /// <summary>Adds to 8 bytes.</summary>
    public Loaded FetchAdd(ExtendedAddress address, ulong value)
    {
        Calls.Begin($"FetchAdd {address} + {value}");
        var cause = Slot.TryFetchAdd(address, sizeof(ulong), value, out var old);
        return Calls.Return(new Loaded(cause, old));
    }

    /// <summary>Copies bytes.</summary>
    public Copied Copy(ExtendedAddress source, ExtendedAddress destination, ulong bytes)
    {
        Calls.Begin($"Copy {source} → {destination} {bytes} B");
        var cause = Slot.TryCopy(source, destination, bytes, out var copied);
        return Calls.Return(new Copied(cause, copied));
    }

    /// <summary>Reads elements of 8 bytes by their indices.</summary>
    public Gathered Gather(ExtendedAddress address, params ReadOnlySpan<long> indices)
    {
        Calls.Begin($"Gather {address} [{string.Join(", ", indices.ToArray())}]");
        var values = new ulong[indices.Length];
        var cause = Slot.TryGather(address, indices, values.AsSpan(), out var loaded);
        return Calls.Return(new Gathered(cause, [.. values.AsSpan(0, loaded)]));
    }

    /// <summary>Flushes the 8 bytes at an address.</summary>
    public FaultCause Flush(ExtendedAddress address)
    {
        Calls.Begin($"Flush {address}");
        return Calls.Return(Slot.TryFlush(address, 1, out _));
    }
}
