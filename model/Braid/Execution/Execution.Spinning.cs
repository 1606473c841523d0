using System.Numerics;

namespace Braid;

/// <remarks>
/// Spin loops. A failed attempt that changed nothing can be left out of an execution, and what is left is one too: no cell, no other thread and no
/// local state knows of it. So of a loop, an exhaustive search need only run the attempt that succeeds. Its thread halts when one fails, as if it
/// had been wrong to begin it there: if what it saw has changed by the end, another schedule begins it later and this one is given up; if not,
/// nobody is left to change it and the loop never ends. (The same as GenMC's treatment of spin loops as <c>assume</c>: Kokologiannakis, Ren
/// and Vafeiadis, FMCAD 2021.) Where schedules are drawn or followed, the thread goes on once something it saw has changed.
/// </remarks>
internal abstract partial class Execution
{
    /// <summary>One a thread, from the first spin loop on; null in programs without.</summary>
    private SpinWatch[]? spins;

    /// <summary>Threads whose last attempt failed and which have not moved since.</summary>
    private ulong spinning;

    /// <summary>Whether the last schedule was given up because a spin loop would have gone on.</summary>
    public bool CutShort { get; private set; }

    /// <summary>One attempt of a spin loop; the caller repeats it until it succeeds.</summary>
    public bool Attempt<TState>(TState state, Func<TState, bool> condition)
    {
        if (mode != Mode.Scheduled) return AttemptAtOnce(state, condition);
        var (thread, from) = (current, Cursor);
        var own = OpenAttempt(thread, from);
        bool isMet;
        try
        {
            isMet = condition(state);
        }
        catch when (Closed(own, from))
        {
            throw;
        }

        if (isMet)
        {
            Closed(own, from);
            return true;
        }

        if (Cursor == from) throw RuleBroken($"{names[thread]} spins until a condition holds that reads no cell: it would never look again.");
        if (!IsCaughtUp || own.Start != from || !own.IsOpen) return false; // it failed before; executed again
        own.Fail();
        if (own.Effect is { } effect) throw RuleBroken($"{names[thread]} spins, and a failed attempt {effect}: the condition may change something only when it holds.");
        if (own.Seen.Count == 0) throw RuleBroken($"{names[thread]} spins until a condition holds that reads no cell: it would never look again.");
        spinning |= 1UL << thread;
        return false;
    }

    private bool AttemptAtOnce<TState>(TState state, Func<TState, bool> condition)
    {
        if (mode == Mode.Unwinding) throw Unwinding.Instance;
        return condition(state) ? true : throw new InvalidOperationException("Spinning where nobody else runs would never end.");
    }

    private SpinWatch OpenAttempt(int thread, int from)
    {
        if (spins is null)
        {
            spins = new SpinWatch[bodies.Count];
            for (var each = 0; each < spins.Length; each++) spins[each] = new();
            watching = true;
        }

        var own = spins[thread];
        if (!IsCaughtUp || (own.IsOpen && own.Start == from)) return own;
        if (own.IsOpen) throw RuleBroken($"{names[thread]} spins inside of the condition of another spin loop.");
        own.Open(from);
        return own;
    }

    /// <summary>Ends the attempt under way, if it is that one; always false, to look at an exception without catching it.</summary>
    private bool Closed(SpinWatch own, int from)
    {
        if (IsCaughtUp && own.Start == from) own.Close();
        return false;
    }

    private void ClearSpins()
    {
        spinning = 0;
        CutShort = false;
        if (spins is null) return;
        foreach (var own in spins) own.Close();
    }

    /// <summary>A thread has taken a step on an integer, a lock or memory.</summary>
    private void NoteSpin(int thread, long before, long after)
    {
        spinning &= ~(1UL << thread);
        if (spins is not null) NoteSpin(spins[thread], thread, before, after);
        if (loopWatches is not null) NoteSpin(loopWatches[thread], thread, before, after);
    }

    private void NoteSpin(SpinWatch own, int thread, long before, long after)
    {
        if (!own.IsOpen) return;
        ref var operation = ref pending[thread];
        var isMemory = operation.Kind is >= OperationKind.ReleaseMemory and <= OperationKind.CompareExchangeMemory;
        if (operation.Kind == OperationKind.Fence) return;
        if (!IsAttempt(operation.Kind)) own.Effect ??= $"performs {Standing(thread)}";
        else if (before != after) own.Effect ??= $"changes {NameOf(in operation, thread)}";
        else own.Add(new(operation.Kind, operation.Location, before, null, isMemory ? operation.Value : 0, (int)operation.Extra));
    }

    /// <summary>A thread has taken a step on a reference cell.</summary>
    private void NoteSpin(int thread, object? before, object? after)
    {
        spinning &= ~(1UL << thread);
        if (spins is not null) NoteSpin(spins[thread], thread, before, after);
        if (loopWatches is not null) NoteSpin(loopWatches[thread], thread, before, after);
    }

    private void NoteSpin(SpinWatch own, int thread, object? before, object? after)
    {
        if (!own.IsOpen) return;
        ref var operation = ref pending[thread];
        if (!IsAttempt(operation.Kind)) own.Effect ??= $"performs {Standing(thread)}";
        else if (!ReferenceEquals(before, after)) own.Effect ??= $"changes {NameOf(in operation, thread)}";
        else own.Add(new(operation.Kind, operation.Location, 0, before, 0, 0));
    }

    /// <summary>A thread has read what is still in its own store buffer, or stored into it.</summary>
    private void NoteSpin(int thread)
    {
        var own = logs[thread];
        if (pending[thread].Kind == OperationKind.LoadReference) NoteSpin(thread, own.References[Length - 1], own.References[Length - 1]);
        else NoteSpin(thread, own.Entries[Length - 1].Result, own.Entries[Length - 1].Result);
    }

    /// <summary>Reads, and what is a read when it leaves the value as it is.</summary>
    private static bool IsAttempt(OperationKind kind) => kind switch
    {
        OperationKind.Load or OperationKind.CompareExchange or OperationKind.Exchange or OperationKind.Add or OperationKind.And or OperationKind.Or => true,
        OperationKind.LoadReference or OperationKind.CompareExchangeReference or OperationKind.ExchangeReference => true,
        OperationKind.TryEnter or OperationKind.TryEnterRead or OperationKind.TryEnterWrite or OperationKind.PrepareToWait => true,
        OperationKind.LoadMemory or OperationKind.FetchAddMemory or OperationKind.ExchangeMemory or OperationKind.CompareExchangeMemory => true,
        _ => false,
    };

    /// <summary>Those who spin and would see the same again; where loops are halted, all who spin.</summary>
    private ulong Stalled()
    {
        if (chooser.HaltsSpins) return spinning | looping;
        var result = 0UL;
        for (var rest = spinning; rest != 0; rest &= rest - 1)
        {
            var thread = BitOperations.TrailingZeroCount(rest);
            if (!SeesChange(thread, spins!)) result |= 1UL << thread;
        }

        for (var rest = chooser.StallsLoops ? looping : 0; rest != 0; rest &= rest - 1)
        {
            var thread = BitOperations.TrailingZeroCount(rest);
            if (!SeesChange(thread, loopWatches!)) result |= 1UL << thread;
        }

        return result;
    }

    private bool SeesChange(int thread, SpinWatch[] watches)
    {
        foreach (var read in watches[thread].Seen)
        {
            if (HasChanged(thread, in read)) return true;
        }

        return false;
    }

    private bool HasChanged(int thread, in SpinRead read) => read.Kind switch
    {
        OperationKind.TryEnter => values[read.Location] == 0,
        OperationKind.TryEnterRead => ReaderWriterState.AdmitsReader(values[read.Location]),
        OperationKind.TryEnterWrite => ReaderWriterState.AdmitsWriter(values[read.Location]),
        OperationKind.LoadReference or OperationKind.CompareExchangeReference or OperationKind.ExchangeReference =>
            !ReferenceEquals(isBuffered && IsForwarded(thread, read.Location, out var number) ? buffers[thread][number].Reference : references[read.Location], read.Reference),
        >= OperationKind.LoadMemory and <= OperationKind.CompareExchangeMemory =>
            values[read.Location] == 0 || (long)memory.Read(read.Address, read.Width) != read.Value,
        _ => (isBuffered ? SeenBy(thread, read.Location) : values[read.Location]) != read.Value,
    };

    /// <summary>Whether a halted loop would go on: then time does not pass, and the schedule is covered by those that begin the attempt later.</summary>
    private bool WouldSpinOn()
    {
        for (var rest = spinning; rest != 0; rest &= rest - 1)
        {
            if (SeesChange(BitOperations.TrailingZeroCount(rest), spins!)) return true;
        }

        for (var rest = looping; rest != 0; rest &= rest - 1)
        {
            if (SeesChange(BitOperations.TrailingZeroCount(rest), loopWatches!)) return true;
        }

        return false;
    }

    /// <summary>Nobody else can move, and somebody spins.</summary>
    /// <returns>Who goes on nevertheless, one bit a thread; 0 when the schedule is over.</returns>
    private ulong EndSpinning()
    {
        if (pruned)
        {
            GiveUp();
            return 0;
        }

        if (WouldSpinOn())
        {
            pruned = CutShort = true;
            GiveUp();
            return 0;
        }

        if (looping != 0) return ReleaseNext();
        Fail(FailureKind.NonTermination, nameof(FailureKind.NonTermination), GoingRound(""));
        GiveUp();
        return 0;
    }

    private string Words(SpinRead read)
    {
        var place = read.Address != 0 ? NameOfMemory(read.Address) : cellNames[read.Location].ToString();
        return read.Kind switch
        {
            OperationKind.TryEnter or OperationKind.TryEnterRead or OperationKind.TryEnterWrite => $"{place} is held",
            OperationKind.LoadReference or OperationKind.CompareExchangeReference or OperationKind.ExchangeReference => $"{place} is {read.Reference ?? "null"}",
            _ when read.Address != 0 => $"{place} is 0x{read.Value:X}",
            _ => $"{place} is {read.Value}",
        };
    }
}
