using Xvma;

namespace RankJob;

/// <content>What all ranks do together, by atomic operations on each other's memory.</content>
public sealed partial class Rank
{
    private ulong barriers;
    private ulong rounds;

    /// <summary>Returns when all ranks have come here as often as this one.</summary>
    /// <remarks>
    /// Who arrives counts itself in the memory of every rank, and then waits at its own. Whoever has ended does not come any more, so who waits
    /// looks at the others' memory in turn.
    /// </remarks>
    /// <exception cref="RankLostException">A rank has ended; it may have been here before.</exception>
    public void Barrier()
    {
        barriers++;
        for (var rank = 0; rank < Count; rank++) Done(rank, Gru.TryFetchIncrement(Place(rank, Layout.Arrivals), sizeof(ulong), out _));
        for (var wait = new Waiting(this); Load(Number, Layout.Arrivals) < barriers * (ulong)Count; wait.Once()) { }
    }

    /// <summary>The sum of what all ranks give, to each of them; wraps.</summary>
    /// <exception cref="RankLostException">A rank has ended.</exception>
    public ulong AllReduce(ulong value)
    {
        var slot = SlotOf(rounds);
        var next = SlotOf(++rounds);

        // All have read what is in there before they came to the last barrier, which this rank has passed; and nobody adds to it before this one. Two
        // slots would not do: of the last round's sum, others may not have read it yet.
        if (Number == 0) Done(0, Gru.TryStore(Place(0, next), sizeof(ulong), 0));
        Done(0, Gru.TryFetchAdd(Place(0, slot), sizeof(ulong), value, out _));
        Barrier();
        return Load(0, slot);
    }

    private static ulong SlotOf(ulong round) => Layout.Sums + (round % Layout.SumSlots * sizeof(ulong));

    private ulong Load(int rank, ulong offset)
    {
        Done(rank, Gru.TryLoad(Place(rank, offset), sizeof(ulong), out var value));
        return value;
    }

    /// <summary>A wait for others that ends when one of them has ended.</summary>
    private struct Waiting(Rank me)
    {
        private SpinWait spin;
        private int next;

        public void Once()
        {
            me.Load(next, Layout.Arrivals);
            next = (next + 1) % me.Count;
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }
}
