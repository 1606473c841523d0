using System.Numerics;

namespace Braid;

/// <summary>Every decision uniformly at random, within a preemption bound if there is one.</summary>
internal sealed class RandomWalk(ulong seed, int preemptionBound) : Chooser, ISampler
{
    private SplitMix random;
    private int last;
    private int preemptions;

    public void Start(long schedule)
    {
        random = new(SplitMix.Mix(seed, (ulong)schedule));
        last = -1;
        preemptions = 0;
    }

    public Chooser Chooser => this;

    public override int Next(Execution run, ulong enabled)
    {
        if (preemptions == preemptionBound && last >= 0 && (enabled >> last & 1) != 0) return last;
        var next = PickBit(enabled, random.Below((uint)BitOperations.PopCount(enabled)));
        if (last >= 0 && next != last && (enabled >> last & 1) != 0) preemptions++;
        return last = next;
    }

    public override int Choose(Execution run, int count) => (int)random.Below((uint)count);

    private static int PickBit(ulong bits, uint index)
    {
        for (; index > 0; index--) bits &= bits - 1;
        return BitOperations.TrailingZeroCount(bits);
    }
}
