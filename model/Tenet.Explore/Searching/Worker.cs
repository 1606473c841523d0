using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Tenet.Explore;

/// <summary>Expands states. What it does for one state after the other is the time of a search, so it does it in batches.</summary>
internal abstract unsafe class Worker : IDisposable
{
    /// <summary>Successors are looked up together when there are so many, so that the memory they need is under way at once.</summary>
    protected const int Batch = 256;

    private const uint Block = 256;

    private readonly SearchState shared;
    private readonly StateSpace space;
    private readonly SuccessorMethod[] methods;
    private readonly List<int> watched = [];
    private uint next;
    private uint blockEnd;
    private uint rangeStart;

    protected Worker(SearchState shared)
    {
        this.shared = shared;
        space = shared.Space;
        methods = [.. shared.System.Successors];
        Capacity = Batch + shared.System.Ground.Actions.Length;
        Buffer = (ulong*)HugeMemory.Allocate((nuint)(8L * Capacity * space.Words));
        Actions = (int*)HugeMemory.Allocate((nuint)(4L * Capacity));
        Parents = (uint*)HugeMemory.Allocate((nuint)(4L * Capacity));
        Tags = (uint*)HugeMemory.Allocate((nuint)(4L * Capacity));
        Taken = new long[shared.System.Ground.Actions.Length];
    }

    /// <summary>How often each ground action was taken.</summary>
    public long[] Taken { get; }

    /// <summary>Steps taken.</summary>
    public long Transitions { get; private set; }

    /// <summary>The nearest thing that is wrong.</summary>
    public Fault? Fault { get; private set; }

    /// <summary>The states found since they were last asked for.</summary>
    public List<Range> Found { get; } = [];

    /// <summary>Makes a state the representative of its orbit; null when every state is its own.</summary>
    public Symmetry? Symmetry { get; init; }

    /// <summary>Whether no other worker expands states at the moment.</summary>
    public bool IsAlone { get; set; }

    /// <summary>At most so many successors are looked up together.</summary>
    public int Capacity { get; }

    protected ulong* Buffer { get; }

    protected int* Actions { get; }

    protected uint* Parents { get; }

    protected uint* Tags { get; }

    protected StateSpace Space => space;

    /// <summary>Told about progress, now and then.</summary>
    public Action? Tick { get; init; }

    /// <summary>A worker for states of so many words.</summary>
    public static Worker Create(SearchState shared, Symmetry? symmetry, Action? tick) => shared.Space.Words switch
    {
        1 => new Worker<Words1>(shared) { Symmetry = symmetry, Tick = tick },
        2 => new Worker<Words2>(shared) { Symmetry = symmetry, Tick = tick },
        3 => new Worker<Words3>(shared) { Symmetry = symmetry, Tick = tick },
        4 => new Worker<Words4>(shared) { Symmetry = symmetry, Tick = tick },
        5 => new Worker<Words5>(shared) { Symmetry = symmetry, Tick = tick },
        6 => new Worker<Words6>(shared) { Symmetry = symmetry, Tick = tick },
        8 => new Worker<Words8>(shared) { Symmetry = symmetry, Tick = tick },
        12 => new Worker<Words12>(shared) { Symmetry = symmetry, Tick = tick },
        _ => new Worker<Words16>(shared) { Symmetry = symmetry, Tick = tick },
    };

    /// <summary>Adds the states at first.</summary>
    public void Begin(IEnumerable<int[]> initial, Packing packing)
    {
        Watch();
        foreach (var values in initial)
        {
            packing.Pack(values, new Span<ulong>(Buffer, space.Words));
            Actions[0] = -1;
            Parents[0] = StateSpace.None;
            if (!Look(1, rank: 0)) return;
        }

        EndLevel();
    }

    /// <summary>Expands the states of a level, as long as there are any that nobody has taken.</summary>
    public void Expand(Frontier frontier, int depth, bool mayEnd)
    {
        Watch();
        while (!shared.IsStopping && frontier.TryTake(out var chunk))
        {
            if (!Expand(chunk, depth, mayEnd)) break;
            Tick?.Invoke();
        }

        EndLevel();
    }

    public void Dispose()
    {
        Symmetry?.Dispose();
        HugeMemory.Free(Buffer);
        HugeMemory.Free(Actions);
        HugeMemory.Free(Parents);
        HugeMemory.Free(Tags);
    }

    /// <summary>Makes <paramref name="count"/> successors in the buffer representatives, takes their hashes and fetches where they would be.</summary>
    protected abstract void Prepare(int count);

    /// <summary>Puts in what is not there yet; returns how many were new, -1 when there was no more room.</summary>
    protected abstract int Insert(int count, int rank);

    /// <summary>Takes the next number; false when memory is used up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool TryNumber(out uint number)
    {
        number = next;
        return next != blockEnd || TryBlock(out number);
    }

    /// <summary>The number is used up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Use() => next++;

    /// <summary>Looks at a new state: the invariants that may have changed, and what is still waited for.</summary>
    protected void Visit(uint number, ulong* state, int action, int rank)
    {
        var affected = action < 0 ? default : shared.System.InvariantsAfter[action & ~SuccessorCompiler.BadStep].AsSpan();
        if (action < 0)
        {
            for (var index = 0; index < shared.System.Invariants.Length; index++) Check(index, number, state, rank);
        }

        foreach (var index in affected) Check(index, number, state, rank);
        for (var i = watched.Count - 1; i >= 0; i--)
        {
            if (!shared.System.Watched[watched[i]].Holds(state)) continue;
            Interlocked.CompareExchange(ref shared.Shown[watched[i]], number, -1);
            watched.RemoveAt(i);
        }
    }

    private void Check(int index, uint number, ulong* state, int rank)
    {
        if (!shared.System.Invariants[index].Holds(state)) Note(FaultKind.Invariant, number, rank, index);
    }

    private void Note(FaultKind kind, uint state, int rank, int index) =>
        Fault = Fault.Nearest(Fault, new(kind, state, rank, index, new Span<ulong>(space.State(state), space.Words).ToArray()));

    private bool Expand(Range chunk, int depth, bool mayEnd)
    {
        var count = 0;
        for (var number = chunk.Start; number != chunk.Start + chunk.Count; number++)
        {
            var before = count;
            var state = space.State(number);
            foreach (var method in methods) count += method(state, Buffer + ((long)count * space.Words), Actions + count);
            if (count == before && !mayEnd) Note(FaultKind.Deadlock, number, depth, 0);
            for (var i = before; i < count; i++) Parents[i] = number;
            if (count < Batch) continue;
            if (!Look(count, depth + 1)) return false;
            count = 0;
        }

        return Look(count, depth + 1);
    }

    private bool Look(int count, int rank)
    {
        if (count == 0) return true;
        for (var i = 0; i < count; i++)
        {
            if (Actions[i] < 0) continue;
            Transitions++;
            Taken[Actions[i] & ~SuccessorCompiler.BadStep]++;
            if (Actions[i] >= SuccessorCompiler.BadStep) Note(FaultKind.Step, Parents[i], rank, Actions[i] & ~SuccessorCompiler.BadStep);
        }

        if (!shared.TryFit((long)Capacity * Environment.ProcessorCount)) return false;
        shared.Gate.EnterReadLock();
        try
        {
            Prepare(count);
            var found = Insert(count, rank);
            if (found < 0) return false;
            shared.Count(found);
            return true;
        }
        finally
        {
            shared.Gate.ExitReadLock();
        }
    }

    private bool TryBlock(out uint number)
    {
        CloseRange();
        if (!shared.TryReserve(Block, out number)) return false;
        next = number;
        blockEnd = number + Block;
        rangeStart = number;
        return true;
    }

    private void EndLevel()
    {
        CloseRange();
        rangeStart = next;
    }

    private void CloseRange()
    {
        if (next > rangeStart) Found.Add(new(rangeStart, next - rangeStart));
        rangeStart = next;
    }

    private void Watch()
    {
        watched.Clear();
        for (var index = 0; index < shared.Shown.Length; index++)
        {
            if (Volatile.Read(ref shared.Shown[index]) < 0) watched.Add(index);
        }
    }
}

/// <summary>A worker for states of so many words.</summary>
internal sealed unsafe class Worker<TWords>(SearchState shared) : Worker(shared)
    where TWords : struct, IWords
{
    protected override void Prepare(int count)
    {
        if (Symmetry is { } symmetry)
        {
            for (var i = 0; i < count; i++) symmetry.Represent(Buffer + ((long)i * TWords.Count));
        }

        var slots = Space.Slots;
        var bits = Space.TableBits;
        for (var i = 0; i < count; i++)
        {
            var tag = StateSpace.Hash(Buffer + ((long)i * TWords.Count), TWords.Count);
            Tags[i] = tag;
            if (Sse.IsSupported) Sse.Prefetch0(slots + (((ulong)tag << bits) >> 32));
        }

        // By now the slots are near; fetch the states that they seem to mean.
        for (var i = 0; i < count; i++)
        {
            var slot = slots[((ulong)Tags[i] << bits) >> 32];
            if (Sse.IsSupported && slot != 0) Sse.Prefetch0(Space.State((uint)slot - 1));
        }
    }

    protected override int Insert(int count, int rank)
    {
        var slots = Space.Slots;
        var mask = Space.SlotMask;
        var found = 0;
        for (var i = 0; i < count; i++)
        {
            var successor = Buffer + ((long)i * TWords.Count);
            var tag = Tags[i];
            for (var at = Space.Home(tag); ; at = (at + 1) & mask)
            {
                var slot = Volatile.Read(ref slots[at]);
                if (slot == 0)
                {
                    if (!TryNumber(out var number)) return -1;
                    var state = Space.State(number);
                    for (var word = 0; word < TWords.Count; word++) state[word] = successor[word];
                    *Space.Parent(number) = Parents[i];
                    slot = Publish(ref slots[at], ((ulong)tag << 32) | (number + 1));
                    if (slot == 0)
                    {
                        Use();
                        found++;
                        Visit(number, state, Actions[i], rank);
                        break;
                    }
                }

                if ((uint)(slot >> 32) == tag && StateSpace.AreEqual(Space.State((uint)slot - 1), successor, TWords.Count)) break;
            }
        }

        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Publish(ref ulong slot, ulong content)
    {
        if (!IsAlone) return Interlocked.CompareExchange(ref slot, content, 0);
        slot = content;
        return 0;
    }
}
