using System.Numerics;

namespace Braid;

/// <summary>
/// Every decision at random among those whose turn it fairly is; and once a loop is found that could be gone round for ever, round and round, to
/// see whether it can.
/// </summary>
/// <remarks>
/// The scheduler of Musuvathi and Qadeer, "Fair stateless model checking" (PLDI 2008): a thread that yields comes after all that it has kept from moving
/// since it last yielded, until they have moved.
/// </remarks>
internal sealed class FairWalk(ulong seed) : Chooser
{
    private readonly ulong[] after = new ulong[Stage.MaxThreads];
    private readonly ulong[] alwaysEnabled = new ulong[Stage.MaxThreads];
    private readonly ulong[] disabled = new ulong[Stage.MaxThreads];
    private readonly ulong[] scheduled = new ulong[Stage.MaxThreads];
    private readonly HashSet<(ulong State, int Length)> given = [];
    private SplitMix random;
    private ulong yielded;
    private ulong lastEnabled;
    private int last;
    private int round;
    private (ulong State, int Length) tried;

    /// <summary>Prepares for schedule number <paramref name="schedule"/>.</summary>
    public void Start(long schedule)
    {
        random = new(SplitMix.Mix(seed, (ulong)schedule));
        Array.Clear(after);
        Array.Fill(alwaysEnabled, ulong.MaxValue);
        Array.Clear(disabled);
        Array.Clear(scheduled);
        given.Clear();
        yielded = lastEnabled = 0;
        last = -1;
        round = 0;
    }

    public override int Next(Execution run, ulong enabled)
    {
        if (last >= 0) Learn(enabled);
        if (round > 0 && !run.Loops!.Repeats(round))
        {
            // Something that no cell shows is different: this is no loop, or not yet.
            given.Add(tried);
            round = 0;
        }

        if (round == 0 && run.Loops!.Candidate is > 0 and var length && !given.Contains((run.Loops.State, length)))
        {
            round = length;
            tried = (run.Loops.State, length);
        }

        var next = round > 0 ? run.DecisionThreads[run.StepCount - round] : Pick(Fair(enabled));
        if ((enabled >> next & 1) == 0) next = Pick(Fair(enabled));
        for (var thread = 0; thread < after.Length; thread++) after[thread] &= ~(1UL << next);
        lastEnabled = enabled;
        return last = next;
    }

    public override int Choose(Execution run, int count)
    {
        if (round == 0) return (int)random.Below((uint)count);
        var choice = run.DecisionChoices[run.StepCount - 1 - round];
        return choice < count ? choice : 0;
    }

    public override void Yielded(int thread) => yielded |= 1UL << thread;

    private void Learn(ulong enabled)
    {
        var bit = 1UL << last;
        disabled[last] |= lastEnabled & ~enabled;
        for (var thread = 0; thread < after.Length; thread++)
        {
            alwaysEnabled[thread] &= enabled;
            scheduled[thread] |= bit;
        }

        for (; yielded != 0; yielded &= yielded - 1)
        {
            var thread = BitOperations.TrailingZeroCount(yielded);
            after[thread] |= (alwaysEnabled[thread] | disabled[thread]) & ~scheduled[thread];
            alwaysEnabled[thread] = enabled;
            disabled[thread] = scheduled[thread] = 0;
        }
    }

    private ulong Fair(ulong enabled)
    {
        var result = enabled;
        for (var rest = enabled; rest != 0; rest &= rest - 1)
        {
            var thread = BitOperations.TrailingZeroCount(rest);
            if ((after[thread] & enabled) != 0) result &= ~(1UL << thread);
        }

        return result == 0 ? enabled : result;
    }

    private int Pick(ulong among)
    {
        for (var skip = (int)random.Below((uint)BitOperations.PopCount(among)); skip > 0; skip--) among &= among - 1;
        return BitOperations.TrailingZeroCount(among);
    }
}
