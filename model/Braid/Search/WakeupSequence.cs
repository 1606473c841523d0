namespace Braid;

/// <summary>
/// Steps that can follow a state in this order: the reversal of a race together with all that does not depend on the step it goes before.
/// Which of them come before which is read from the clocks of the execution that they were found in.
/// </summary>
internal sealed class WakeupSequence
{
    private const int Never = -2;
    private const int Known = -1;

    private int[] at = new int[64];
    private int[] needs = new int[64];
    private Step[] steps = [];
    private int[] clocks = [];
    private int[] lastClock = [];
    private Step last;
    private int width;
    private int buffers;
    private int lastIndex;
    private int origin;

    public int Count { get; private set; }

    /// <summary>The movers of the steps, one bit each.</summary>
    public ulong Movers { get; private set; }

    /// <summary>Begins an empty sequence of steps out of one execution.</summary>
    /// <param name="source">The steps of the execution.</param>
    /// <param name="sourceClocks">Their clocks.</param>
    /// <param name="movers">Entries of a clock.</param>
    /// <param name="bufferOffset">The mover of a store buffer less its thread; 0 where there are none.</param>
    /// <param name="lastNumber">What stands for the index of the step whose race is reversed.</param>
    public void Begin(Step[] source, int[] sourceClocks, int movers, int bufferOffset, int lastNumber)
    {
        (steps, clocks, width, buffers, lastIndex) = (source, sourceClocks, movers, bufferOffset, lastNumber);
        Count = origin = 0;
        Movers = 0;
    }

    public ref readonly Step this[int position] => ref at[position] == lastIndex ? ref last : ref steps[at[position] - origin];

    /// <summary>Adds the step at <paramref name="index"/> of the execution.</summary>
    public void Add(int index) => Append(index, steps[index].Thread);

    /// <summary>Adds the step whose race is reversed; nothing in the sequence comes after it.</summary>
    public void AddReversed(in Step step, int[] itsClock)
    {
        last = step;
        lastClock = itsClock;
        Append(lastIndex, step.Thread);
    }

    private void Append(int index, int mover)
    {
        if (Count == at.Length)
        {
            Array.Resize(ref at, Count * 2);
            Array.Resize(ref needs, Count * 2);
        }

        at[Count] = index;
        needs[Count++] = Known;
        Movers |= 1UL << mover;
    }

    /// <summary>
    /// A read of what its own thread wrote is answered by the store buffer while that store is not in memory, and touches nothing then: whether
    /// it is not depends on where in this sequence it reaches memory.
    /// </summary>
    /// <param name="order">The order of stores in the execution.</param>
    /// <param name="from">Steps before this index come before the sequence.</param>
    public void NoteForwarding(BufferOrder order, int from)
    {
        for (var position = 0; position < Count; position++)
        {
            ref readonly var step = ref this[position];
            if (step.Source == 0 || step.Access != Access.Read) continue;
            var flush = order.ReachedAt(step.Thread, step.Source);
            if (flush < from) continue;
            needs[position] = Never;
            for (var other = 0; other < Count; other++)
            {
                if (at[other] == flush) needs[position] = other < position ? Known : flush;
            }
        }
    }

    /// <summary>Whether the move of <paramref name="node"/> can come first, or could without being in the sequence at all.</summary>
    public bool CanBegin(WakeupNode node)
    {
        ref var move = ref node.Move;
        if ((Movers >> move.Thread & 1) == 0) return IsUnnoticed(in move);
        var position = 0;
        while (this[position].Thread != move.Thread) position++;
        if (move.Kind == OperationKind.Choose && this[position].Choice != move.Choice) return false;
        var clock = ClockOf(position);
        for (var other = 0; other < position; other++)
        {
            if (clock[this[other].Thread] > at[other]) return false;
        }

        return true;
    }

    private bool IsUnnoticed(in Step move)
    {
        if (move.Access != Access.Forwarded)
        {
            for (var position = 0; position < Count; position++)
            {
                if (Notices(in move, position)) return false;
            }

            return true;
        }

        var read = move;
        for (var position = 0; position < Count; position++)
        {
            if (Notices(in read, position)) return false;
            if (Uncovers(in read, position)) read.Access = Access.Read;
        }

        return true;
    }

    /// <summary>Whether the step at <paramref name="position"/> brings the store to memory that answers <paramref name="read"/> from its thread's buffer.</summary>
    public bool Uncovers(in Step read, int position)
    {
        ref readonly var step = ref this[position];
        return read.Access == Access.Forwarded && step.Number == read.Source && step.Thread == read.Thread + buffers;
    }

    /// <summary>Whether the order of a move of another thread and the step at <paramref name="position"/> can be seen.</summary>
    public bool Notices(in Step move, int position)
    {
        ref readonly var step = ref this[position];
        if (needs[position] != Known) return false;
        return Step.Dependent(in move, in step) && !IsOwnRead(in move, in step) && !IsOwnRead(in step, in move);
    }

    /// <summary>Whether one is a read of a cell and the other a store of the same thread on its way there: the thread sees it earlier or later alike.</summary>
    private bool IsOwnRead(in Step read, in Step flush) =>
        buffers > 0 && flush.Kind == OperationKind.Flush && flush.Thread == read.Thread + buffers && BufferOrder.IsCellRead(read.Kind);

    private ReadOnlySpan<int> ClockOf(int position) =>
        at[position] == lastIndex ? lastClock : clocks.AsSpan((at[position] - origin) * width, width);

    /// <summary>Index of the first step of <paramref name="mover"/> in the execution; beyond all steps when it has none here.</summary>
    public int IndexOf(int mover)
    {
        if ((Movers >> mover & 1) == 0) return int.MaxValue;
        var position = 0;
        while (this[position].Thread != mover) position++;
        return at[position];
    }

    /// <summary>The move of <paramref name="node"/> is made: takes it out, if it is in.</summary>
    public void Remove(WakeupNode node)
    {
        var mover = node.Move.Thread;
        if ((Movers >> mover & 1) == 0) return;
        var position = 0;
        while (this[position].Thread != mover) position++;
        var gone = at[position];
        at.AsSpan(position + 1, Count - position - 1).CopyTo(at.AsSpan(position));
        needs.AsSpan(position + 1, Count - position - 1).CopyTo(needs.AsSpan(position));
        Count--;
        Movers = 0;
        for (var other = 0; other < Count; other++)
        {
            Movers |= 1UL << this[other].Thread;
            if (needs[other] == gone) needs[other] = Known;
        }
    }

    /// <summary>Puts the first step of <paramref name="mover"/> in front, which nothing comes before.</summary>
    public void PutFirst(int mover)
    {
        var position = 0;
        while (this[position].Thread != mover) position++;
        var (first, need) = (at[position], needs[position]);
        at.AsSpan(0, position).CopyTo(at.AsSpan(1));
        needs.AsSpan(0, position).CopyTo(needs.AsSpan(1));
        (at[0], needs[0]) = (first, need);
    }

    /// <summary>A copy that stays when the execution is gone.</summary>
    public WakeupSequence Copy()
    {
        var least = int.MaxValue;
        var most = 0;
        foreach (var index in at.AsSpan(0, Count))
        {
            if (index == lastIndex) continue;
            least = Math.Min(least, index);
            most = Math.Max(most, index + 1);
        }

        if (most == 0) least = 0;
        return new()
        {
            at = at.AsSpan(0, Math.Max(Count, 1)).ToArray(),
            needs = needs.AsSpan(0, Math.Max(Count, 1)).ToArray(),
            steps = steps.AsSpan(least, most - least).ToArray(),
            clocks = clocks.AsSpan(least * width, (most - least) * width).ToArray(),
            lastClock = lastClock.AsSpan(0, width).ToArray(),
            last = last,
            width = width,
            buffers = buffers,
            lastIndex = lastIndex,
            origin = least,
            Count = Count,
            Movers = Movers,
        };
    }
}
