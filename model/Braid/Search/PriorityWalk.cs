using System.Numerics;

namespace Braid;

/// <summary>
/// Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte, ASPLOS 2010): the thread of highest priority moves; priorities are
/// drawn at random, and at <paramref name="depth"/> − 1 random steps the thread that would move falls below all others.
/// </summary>
/// <param name="seed">Seed of all schedules.</param>
/// <param name="preemptionBound">Largest number of preemptions, or null.</param>
/// <param name="depth">Number of ordering constraints of the bugs aimed at.</param>
/// <param name="length">How many steps a schedule has, about.</param>
internal sealed class PriorityWalk(ulong seed, int? preemptionBound, int depth, int length) : Walk(seed, preemptionBound)
{
    private readonly int[] changes = new int[depth - 1];
    private long[] priorities = [];
    private long lowest;

    public override void Start(long schedule)
    {
        base.Start(schedule);
        lowest = 0;
        for (var change = 0; change < changes.Length; change++) changes[change] = (int)Random.Below((uint)Math.Max(1, length));
        priorities = [];
    }

    public override void Yielded(int thread) => priorities[thread] = --lowest;

    protected override int Pick(Execution run, ulong enabled)
    {
        if (priorities.Length == 0) Draw(run.ThreadCapacity);
        foreach (var change in changes)
        {
            if (change == run.StepCount) priorities[Highest(enabled)] = --lowest;
        }

        return Highest(enabled);
    }

    private void Draw(int threads)
    {
        priorities = new long[threads];
        for (var thread = 0; thread < threads; thread++) priorities[thread] = 1 + thread;
        for (var thread = threads - 1; thread > 0; thread--)
        {
            var other = (int)Random.Below((uint)(thread + 1));
            (priorities[thread], priorities[other]) = (priorities[other], priorities[thread]);
        }
    }

    private int Highest(ulong enabled)
    {
        var best = BitOperations.TrailingZeroCount(enabled);
        for (var rest = enabled & (enabled - 1); rest != 0; rest &= rest - 1)
        {
            var thread = BitOperations.TrailingZeroCount(rest);
            if (priorities[thread] > priorities[best]) best = thread;
        }

        return best;
    }
}
