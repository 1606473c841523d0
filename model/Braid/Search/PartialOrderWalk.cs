using System.Numerics;

namespace Braid;

/// <summary>
/// Partial order sampling (Yuan, Yang, Gu: "Partial order aware concurrency sampling", CAV 2018): each pending operation has a random priority
/// of its own, the highest goes first, and then those that race with it draw anew.
/// </summary>
/// <remarks>
/// Operations race when their order can be seen (<see cref="Step.Dependent"/>); one that waits, for a lock say, races as well. With store
/// buffers a buffer's oldest store has a priority like any other operation.
/// </remarks>
internal sealed class PartialOrderWalk(ulong seed, int? preemptionBound) : Walk(seed, preemptionBound)
{
    private readonly ulong[] priorities = new ulong[Stage.MaxThreads];
    private ulong undrawn;

    public override void Start(long schedule)
    {
        base.Start(schedule);
        undrawn = ulong.MaxValue;
    }

    protected override int Pick(Execution run, ulong enabled)
    {
        var best = BitOperations.TrailingZeroCount(enabled);
        for (var rest = enabled; rest != 0; rest &= rest - 1)
        {
            var mover = BitOperations.TrailingZeroCount(rest);
            if ((undrawn >> mover & 1) != 0) priorities[mover] = Random.Next();
            if (priorities[mover] > priorities[best]) best = mover;
        }

        undrawn &= ~enabled;
        return best;
    }

    protected override void Taken(Execution run, int mover, ulong enabled)
    {
        var own = 1UL << mover;
        undrawn |= own;
        var others = (enabled | run.Waiting) & ~(undrawn | own);
        if (others == 0) return;
        var step = default(Step);
        run.Describe(mover, ref step);
        if (step.Access == Access.Local) return;
        var other = default(Step);
        for (; others != 0; others &= others - 1)
        {
            var racing = BitOperations.TrailingZeroCount(others);
            run.Describe(racing, ref other);
            if (Step.Dependent(in step, in other)) undrawn |= 1UL << racing;
        }
    }
}
