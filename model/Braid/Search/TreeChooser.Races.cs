using System.Numerics;

namespace Braid;

/// <remarks>
/// Source-DPOR after Abdulla, Aronis, Jonsson, Sagonas: "Optimal dynamic partial order reduction" (POPL 2014). The reversed order of a race is
/// explored unless one of the moves that could begin it already is.
/// </remarks>
internal sealed partial class TreeChooser
{
    private readonly List<SearchRequest> requests = [];
    private readonly int[] first = new int[Stage.MaxThreads];
    private ulong[] extra = new ulong[64];

    /// <summary>What races ask of states above the task.</summary>
    public List<SearchRequest> Requests => requests;

    /// <summary>Finds the races of the moves that were new in the schedule just run.</summary>
    public void FindRaces(Execution run)
    {
        if (kind == SearchKind.SourceSets) Find(run, Math.Min(run.StepCount, pathLength), Math.Max(fixedLength - 1, 0));
    }

    protected override void Reverse(Step[] steps, in Step step, int other, int at)
    {
        var initials = Initials(steps, in step, other, at);
        var node = nodes[other];
        if (Order is not null) initials = Possible(initials, node, in step);
        if (initials == 0 || (initials & (node.Backtrack | node.Sleep | extra[other])) != 0) return;
        var preferred = (initials >> step.Thread & 1) != 0 ? step.Thread : BitOperations.TrailingZeroCount(initials);
        if (other > taskDepth)
        {
            node.Backtrack |= 1UL << preferred;
            return;
        }

        extra[other] |= 1UL << preferred;
        requests.Add(new(node, initials, preferred));
    }

    /// <summary>Who can move first when all that does not follow the step at <paramref name="other"/>, and then <paramref name="step"/>, is done without it.</summary>
    private ulong Initials(Step[] steps, in Step step, int other, int at)
    {
        var reversed = steps[other].Thread;
        ulong seen = 0;
        ulong initials = 0;
        for (var index = other + 1; index < at; index++)
        {
            var thread = steps[index].Thread;
            var bit = 1UL << thread;
            var theirs = Clocks.AsSpan(index * Width, Width);
            if ((seen & bit) != 0 || theirs[reversed] > other) continue;
            if (!Follows(theirs, seen)) initials |= bit;
            seen |= bit;
            first[thread] = index;
        }

        var own = 1UL << step.Thread;
        if ((seen & own) == 0 && Order is not { IsHeld: true } && !Follows(Clock, seen) && !IsEnabledWithin(other, reversed)) initials |= own;
        return initials;
    }

    /// <summary>
    /// What waits for its store buffer cannot begin a reversed Order; the buffer can. Where the buffer is empty the Order cannot be reversed:
    /// a thread that spins would see its own store there.
    /// </summary>
    private ulong Possible(ulong initials, SearchNode node, in Step step)
    {
        var possible = initials & node.Enabled;
        return possible != 0 || step.Thread >= Order!.Offset ? possible : node.Enabled & (1UL << (step.Thread + Order.Offset));
    }

    /// <summary>Whether what ended the wait of the step compared is among what does not follow the step at <paramref name="other"/>.</summary>
    private bool IsEnabledWithin(int other, int reversed)
    {
        foreach (var enabler in Enabling)
        {
            if (enabler > other && Clocks[(enabler * Width) + reversed] <= other) return true;
        }

        return false;
    }

    private bool Follows(ReadOnlySpan<int> its, ulong seen)
    {
        for (var rest = seen; rest != 0; rest &= rest - 1)
        {
            var thread = BitOperations.TrailingZeroCount(rest);
            if (its[thread] > first[thread]) return true;
        }

        return false;
    }
}
