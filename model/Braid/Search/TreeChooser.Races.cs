using System.Numerics;

namespace Braid;

/// <remarks>
/// Source-DPOR after Abdulla, Aronis, Jonsson, Sagonas: "Optimal dynamic partial order reduction" (POPL 2014). Two dependent steps that no
/// third one orders are a race; the reversed order is explored unless one of the moves that could begin it already is.
/// A waiting step races with the step that last made it wait, not with the one that ended its wait, which cannot come after it.
/// </remarks>
internal sealed partial class TreeChooser
{
    private readonly List<SearchRequest> requests = [];
    private readonly List<Pause> pauses = [];
    private readonly List<int> enabling = [];
    private readonly List<int> causes = [];
    private BufferOrder? order;
    private ulong[] extra = new ulong[64];
    private int width;

    /// <summary>Steps whose clocks are those of the schedule before.</summary>
    private int clocksKnown;

    private int[] clocks = [];
    private int[] clock = [];
    private int[] pauseClock = [];
    private int[] lastOf = [];
    private int[] first = [];
    private int[] previousHere = new int[64];
    private int[] previousVisible = new int[64];
    private int[] heads = [];

    /// <summary>What races ask of states above the task.</summary>
    public List<SearchRequest> Requests => requests;

    /// <summary>Finds the races of the moves that were new in the schedule just run.</summary>
    public void FindRaces(Execution run)
    {
        if (kind != SearchKind.SourceSets) return;
        var steps = run.Steps;
        var count = Math.Min(run.StepCount, pathLength);
        Prepare(run, count);
        var visibleHead = -1;
        var pauseAt = 0;
        var nextPause = 0;
        var isNewFrom = Math.Max(fixedLength - 1, 0);
        for (var at = 0; at < count; at++)
        {
            ref var step = ref steps[at];
            previousHere[at] = step.Access == Access.Local ? -1 : heads[step.Location];
            previousVisible[at] = step.IsVisible ? visibleHead : -1;
            if (step.AfterPause)
            {
                while (nextPause < pauses.Count && pauses[nextPause].At == at)
                {
                    var pending = pauses[nextPause++].Pending;
                    if (at >= isNewFrom) Compare(steps, in pending, at, heads[pending.Location], -1, pauseAt, asks: true);
                }

                pauseAt = at;
                for (var thread = 0; thread < width; thread++) pauseClock[thread] = lastOf[thread] + 1;
            }

            if (at >= Math.Min(isNewFrom, clocksKnown))
            {
                Compare(steps, in step, at, previousHere[at], previousVisible[at], pauseAt, asks: at >= isNewFrom);
                clock[step.Thread] = at + 1;
                clock.AsSpan(0, width).CopyTo(clocks.AsSpan(at * width));
            }

            order?.Note(in step, at);
            lastOf[step.Thread] = at;
            if (step.Access != Access.Local) heads[step.Location] = at;
            if (step.IsVisible) visibleHead = at;
        }

        // Those who wait at the end could have gone on in another order; also when the rest is covered elsewhere, for that rest does not begin with them.
        if (!run.Pruned || run.CutShort) NoteBlocked(run, 0);
        for (; nextPause < pauses.Count; nextPause++)
        {
            var pending = pauses[nextPause].Pending;
            Compare(steps, in pending, count, heads[pending.Location], -1, pauseAt, asks: true);
        }

        clocksKnown = count;
        for (var at = 0; at < count; at++) heads[steps[at].Location] = -1;
    }

    /// <summary>Walks back through the steps that <paramref name="step"/> depends on, latest first; leaves its clock in <see cref="clock"/>.</summary>
    private void Compare(Step[] steps, in Step step, int at, int here, int seen, int pauseAt, bool asks)
    {
        var own = lastOf[step.Thread];
        var from = own < 0 ? pauseClock : clocks.AsSpan(own * width, width);
        for (var thread = 0; thread < width; thread++) clock[thread] = Math.Max(from[thread], pauseClock[thread]);
        var canWait = step.Kind is OperationKind.Enter or OperationKind.EnterRead or OperationKind.AwaitWrite or OperationKind.SpinWhileEqual or OperationKind.Wait;
        if (order is not null)
        {
            order.Causes(in step, own, causes);
            foreach (var cause in causes) Join(cause);
        }

        enabling.Clear();
        while (here >= pauseAt || seen >= pauseAt)
        {
            var other = Math.Max(here, seen);
            if (here == other) here = previousHere[other];
            if (seen == other) seen = previousVisible[other];
            ref var before = ref steps[other];
            if (before.Thread == step.Thread) continue;
            if (order is null ? !Step.Dependent(in before, in step) : !order.IsOrdered(in before, in step))
            {
                if (order is not null && order.IsOwnWriteOfCell(in before, in step)) break;
                continue;
            }

            if (canWait && before.Location == step.Location && !Execution.CanMove(step.Kind, step.Value, before.Before) && !CanBeFreed(in before, other))
            {
                enabling.Add(other);
                continue;
            }

            if (clock[before.Thread] > other) continue;
            if (asks && step.Access != Access.Receive) Reverse(steps, in step, other, at);
            Join(other);
        }

        foreach (var other in enabling) Join(other);
    }

    /// <summary>
    /// A step that only looked did not make anybody wait. Those who did, and whose going ended the wait, may have gone without it: then the
    /// waiting step could have come before it.
    /// </summary>
    private bool CanBeFreed(in Step looked, int at)
    {
        if (looked.Access is not (Access.Read or Access.Inspect)) return false;
        var isFreed = false;
        foreach (var enabler in enabling)
        {
            if (clocks[(enabler * width) + looked.Thread] > at) return false;
            isFreed = true;
        }

        return isFreed;
    }

    private void Join(int other)
    {
        var theirs = clocks.AsSpan(other * width, width);
        for (var thread = 0; thread < width; thread++)
        {
            if (theirs[thread] > clock[thread]) clock[thread] = theirs[thread];
        }
    }

    /// <summary>Sees to it that something is explored in which <paramref name="step"/> comes before the step at <paramref name="other"/>.</summary>
    private void Reverse(Step[] steps, in Step step, int other, int at)
    {
        var initials = Initials(steps, in step, other, at);
        var node = nodes[other];
        if (order is not null) initials = Possible(initials, node, in step);
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
            var theirs = clocks.AsSpan(index * width, width);
            if ((seen & bit) != 0 || theirs[reversed] > other) continue;
            if (!Follows(theirs, seen)) initials |= bit;
            seen |= bit;
            first[thread] = index;
        }

        var own = 1UL << step.Thread;
        if ((seen & own) == 0 && order is not { IsHeld: true } && !Follows(clock, seen) && !IsEnabledWithin(other, reversed)) initials |= own;
        return initials;
    }

    /// <summary>
    /// What waits for its store buffer cannot begin a reversed order; the buffer can. Where the buffer is empty the order cannot be reversed:
    /// a thread that spins would see its own store there.
    /// </summary>
    private ulong Possible(ulong initials, SearchNode node, in Step step)
    {
        var possible = initials & node.Enabled;
        return possible != 0 || step.Thread >= order!.Offset ? possible : node.Enabled & (1UL << (step.Thread + order.Offset));
    }

    /// <summary>Whether what ended the wait of the step compared is among what does not follow the step at <paramref name="other"/>.</summary>
    private bool IsEnabledWithin(int other, int reversed)
    {
        foreach (var enabler in enabling)
        {
            if (enabler > other && clocks[(enabler * width) + reversed] <= other) return true;
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

    private void Prepare(Execution run, int count)
    {
        if (width != run.ThreadCapacity)
        {
            width = run.ThreadCapacity;
            clock = new int[width];
            pauseClock = new int[width];
            lastOf = new int[width];
            first = new int[width];
            clocks = new int[64 * width];
        }

        if (clocks.Length < count * width) Array.Resize(ref clocks, Math.Max(clocks.Length * 2, count * width));
        if (previousHere.Length < count)
        {
            Array.Resize(ref previousHere, Math.Max(previousHere.Length * 2, count));
            Array.Resize(ref previousVisible, previousHere.Length);
        }

        if (heads.Length < run.CellCapacity)
        {
            heads = new int[run.CellCapacity];
            Array.Fill(heads, -1);
        }

        Array.Fill(lastOf, -1);
        Array.Clear(pauseClock);
        if (!run.IsBuffered) return;
        order ??= new();
        order.Begin(run);
    }

    /// <summary>Keeps what those are about to do who cannot move now and, as far as this state is explored, will not: they are compared with what came before.</summary>
    private void NoteBlocked(Execution run, ulong enabled)
    {
        for (var rest = run.Waiting & ~enabled; rest != 0; rest &= rest - 1)
        {
            var thread = BitOperations.TrailingZeroCount(rest);
            if (run.Pending[thread].Kind is OperationKind.Delay or OperationKind.FenceHeavyEnd) continue;
            var pending = default(Step);
            run.Describe(thread, ref pending);
            pauses.Add(new(run.StepCount, pending));
        }
    }

    private readonly record struct Pause(int At, Step Pending);
}
