using System.Collections.Immutable;
using Xvma.Sync;

namespace Xvma;

/// <summary>
/// A task's GRU context: its instruction slots, and where it is loaded, if it is. Loading, unloading and every change of configuration happen
/// under its gate (the context lock).
/// </summary>
/// <remarks>
/// A change that takes translations away from the context publishes the new configuration first, then fences and waits for the instructions
/// that may still use the old one. The fence orders the publication before the reading of the announcements; it pairs with the light fence
/// of <see cref="Cbr{TSync}.Announce"/>. Without them: unload-without-fence.json, detach-without-fence.json among the saved schedules.
/// </remarks>
internal sealed class GruContext<TSync>
    where TSync : struct, ISync
{
    private readonly MachineParts<TSync> parts;
    private readonly AddressSpace<TSync> own;
    private readonly int partition;
    private readonly Mutex<TSync> gate;
    private AtomicRef<TSync, Binding<TSync>> binding;
    private AtomicRef<TSync, AddressSpace<TSync>> shared;
    private AtomicRef<TSync, int[]> savedShifts;
    private AtomicInt64<TSync> holds;
    private AtomicInt64<TSync> home; // only where there is more than one chiplet to choose from
    private AtomicFlag<TSync> closed;

    public GruContext(long task, int partition, AddressSpace<TSync> own, MachineParts<TSync> parts)
    {
        this.own = own;
        this.parts = parts;
        Task = task;
        this.partition = partition;
        gate = new(new("context gate", "task", task));
        binding = new(null, new("binding", "task", task));
        shared = new(null, new("shared space", "task", task));
        savedShifts = new([], new("saved page sizes", "task", task));
        holds = new(0, new("context holds", "task", task));
        if (parts.Options.Chiplets > 1) home = new((task - 1) % parts.Options.Chiplets, new("home chiplet", "task", task));
        closed = new(new("context closed", "task", task));
        Slots = [.. Enumerable.Range(0, parts.Options.SlotsPerContext).Select(index => new Cbr<TSync>(index, task))];
    }

    public long Task { get; }

    public ImmutableArray<Cbr<TSync>> Slots { get; }

    public MachineParts<TSync> Parts => parts;

    /// <summary>The machine's statistics.</summary>
    public Counters<TSync> Counters => parts.Counters;

    /// <summary>The configuration it is loaded with; null while it is not loaded.</summary>
    public Binding<TSync>? Binding => binding.Load();

    /// <summary>Whether the task has ended, so that its instructions end too.</summary>
    public bool IsClosed => closed.IsRaised;

    /// <summary>Where it is loaded, when it is: tasks are spread over the chiplets of their partition, until they are migrated.</summary>
    private Chiplet<TSync> Home => ChipletAt(parts.Options.Chiplets == 1 ? 0 : home.Load());

    public Mutex<TSync>.Scope Enter() => gate.Enter();

    public bool TryEnter(out Mutex<TSync>.Scope held) => gate.TryEnter(out held);

    /// <summary>From here to <see cref="Unhold"/> the context is not stolen: an instruction whose fault is resolved gets to run (INV-12).</summary>
    public void Hold() => holds.Add(1);

    public void Unhold()
    {
        if (holds.Add(-1) == 0) Home.Room.WakeAll();
    }

    /// <summary>Loads the context if there is room. Under the gate, unloaded.</summary>
    public bool TryLoad()
    {
        var chiplet = Home;
        if (!chiplet.TryPlace(this, out var slot)) return false;
        using var instant = chiplet.Enter();
        var group = shared.Load();
        AsidBlock ownAsids, sharedAsids;
        do
        {
            ownAsids = chiplet.AsidsOf(own);
            sharedAsids = group is null ? AsidBlock.None : chiplet.AsidsOf(group);
        }
        while (ownAsids != chiplet.AsidsOf(own)); // the second block may have wrapped the ASIDs and freed the first

        binding.Store(new(chiplet, slot, own, ownAsids, group, sharedAsids, savedShifts.Load()!));
        Counters.Count(GruEvent.ContextLoad);
        return true;
    }

    /// <summary>Returns once this context's chiplet has room, after stealing it from a context whose instructions are all done if need be (CTX-6).</summary>
    public void MakeRoom()
    {
        var chiplet = Home;
        chiplet.Room.WaitUntil((Context: this, Chiplet: chiplet), static wait => wait.Context.HasRoom(wait.Chiplet));
    }

    /// <summary>
    /// Takes it to another chiplet of its partition (CTX-10): unloads it when no instruction is between its miss and its end, and the next miss
    /// loads it there. False when the task has ended.
    /// </summary>
    public bool TryMigrate(int chiplet)
    {
        while (!IsClosed)
        {
            if (TryLeaveFor(chiplet, out var left)) return true;
            left.Room.WaitUntil(this, static context => context.holds.Load() == 0 || context.IsClosed);
        }

        return false;
    }

    /// <summary>Unloads the context, saving its state (CTX-2). Under the gate. A fault in progress is left to the user's polling.</summary>
    public void Unload()
    {
        if (binding.Load() is not { } loaded) return;
        using (loaded.Chiplet.Enter()) Unbind();
        Finish(loaded);
    }

    /// <summary>Unloads it for good: instructions from now on, and those with a fault in progress, end with <see cref="FaultCause.TaskGone"/>.</summary>
    public void Close()
    {
        using (gate.Enter())
        {
            closed.Raise();
            Unload();
        }

        Home.Room.WakeAll(); // a thread of the task may be waiting for room it does not need any more
    }

    /// <summary>Unloads it; the next miss loads it again (TSK-6).</summary>
    public void Drop()
    {
        using var held = gate.Enter();
        Unload();
        savedShifts.Store([]);
    }

    /// <summary>Lets the context translate a group's addresses (GRP-2).</summary>
    public void Attach(AddressSpace<TSync> space)
    {
        using var held = gate.Enter();
        shared.Store(space);
        if (binding.Load() is not { } loaded) return;
        using var instant = loaded.Chiplet.Enter();
        var asids = loaded.Chiplet.AsidsOf(space);
        binding.Store(loaded.WithShared(space, asids));
    }

    /// <summary>Takes the group's addresses away: when this returns no instruction of the task reaches them, and a fault in progress
    /// finds no space to be translated in (GRP-5).</summary>
    public void Detach()
    {
        using var held = gate.Enter();
        shared.Store(null);
        if (binding.Load() is not { } loaded) return;
        using (loaded.Chiplet.Enter()) binding.Store(loaded.WithShared(null, AsidBlock.None));
        Seam<TSync>.FenceHeavy();
        WaitForOutstanding();
    }

    /// <summary>Reconfigures the loaded context for one more page size (CTX-5). Under the gate.</summary>
    public void AddPageSize(int shift)
    {
        var loaded = binding.Load()!;
        using var instant = loaded.Chiplet.Enter();
        binding.Store(loaded.WithPageSize(shift));
        Counters.Count(GruEvent.PageSizeAdded);
    }

    /// <summary>Makes dropins that looked before this ineffective (FLT-3, IVL-6). Under the chiplet's gate.</summary>
    public void OvertakeFaults()
    {
        foreach (var cbr in Slots)
        {
            // A compare-exchange, because the instruction's own thread takes a finished fault away without the gate.
            var seen = cbr.Fault.Load();
            if (seen.Value is { } fault) cbr.Fault.TryChange(in seen, fault);
        }
    }

    /// <summary>
    /// Whether it can be loaded on this chiplet, on which it was seen; else its faults are those of another, and whoever unloaded it here has
    /// given its faults here to the user. Under the chiplet's gate.
    /// </summary>
    public bool CanBeAt(Chiplet<TSync> chiplet) => parts.Options.Chiplets == 1 || binding.Load()?.Chiplet == chiplet;

    /// <summary>Gives a fault that an interrupt was to handle to the user. Under the chiplet's gate.</summary>
    public static bool SwitchToUserPolling(Cbr<TSync> cbr)
    {
        if (cbr.Fault.Load().Value is not { Status: FaultStatus.FaultMap } fault) return false;
        cbr.Fault.Store(fault with { Status = FaultStatus.UserPolling });
        return true;
    }

    public void WaitForOutstanding()
    {
        foreach (var cbr in Slots) cbr.WaitForOutstanding();
    }

    private Chiplet<TSync> ChipletAt(long index) => parts.Chiplets[(partition * parts.Options.Chiplets) + (int)index];

    /// <summary>
    /// Another thread of the task may have loaded the context meanwhile, or taken it to another chiplet: nobody will clear its slot for a waiter
    /// of its own. Nor does a task that has ended wait for others.
    /// </summary>
    private bool HasRoom(Chiplet<TSync> chiplet)
    {
        if (closed.IsRaised || Home != chiplet) return true;
        for (var slot = 0; slot < chiplet.ContextSlots; slot++)
        {
            var there = chiplet.ContextAt(slot);
            if (there is null || ReferenceEquals(there, this) || there.TrySteal(chiplet)) return true;
        }

        return false;
    }

    /// <summary>Makes room on a chiplet, by unloading the context if it is still there and nothing needs it.</summary>
    private bool TrySteal(Chiplet<TSync> chiplet)
    {
        if (holds.Load() != 0) return false;
        using var held = gate.Enter();
        if (binding.Load() is not { } loaded || loaded.Chiplet != chiplet) return true;
        if (!TryUnbind(loaded)) return false;
        Counters.Count(GruEvent.ContextSteal);
        Finish(loaded);
        return true;
    }

    private bool TryLeaveFor(int chiplet, out Chiplet<TSync> left)
    {
        using var held = gate.Enter();
        left = Home;
        if (left == ChipletAt(chiplet)) return true;
        var loaded = binding.Load();
        if (loaded is not null && !TryUnbind(loaded)) return false;
        home.Store(chiplet);
        if (loaded is not null) Finish(loaded);
        else left.Room.WakeAll(); // a thread of the task may be waiting for room there
        return true;
    }

    private bool TryUnbind(Binding<TSync> loaded)
    {
        using var instant = loaded.Chiplet.Enter();

        // In the instant of the chip in which a miss is raised, too: whoever has missed has said before that it holds the context.
        if (holds.Load() != 0) return false;
        Unbind();
        return true;
    }

    /// <summary>The first half of an unload. Under the chiplet's gate.</summary>
    private void Unbind()
    {
        binding.Store(null);
        foreach (var cbr in Slots) SwitchToUserPolling(cbr);
    }

    /// <summary>The second half: saves the state, and clears the place when the last instruction is over.</summary>
    private void Finish(Binding<TSync> loaded)
    {
        Counters.Count(GruEvent.ContextUnload);
        savedShifts.Store(loaded.Shifts());
        foreach (var cbr in Slots) cbr.Handled.WakeAll();
        Seam<TSync>.FenceHeavy();
        WaitForOutstanding();
        loaded.Chiplet.Clear(loaded.Slot); // last: until here a purge must see the context, to wait for its instructions
    }

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => $"context of task {Task}";
}
