using System.Numerics;

namespace Braid;

/// <summary>
/// A search that looks for races: two dependent steps that no third one orders. Happens-before is kept as vector clocks, of which those of a
/// repeated prefix are not computed again.
/// </summary>
/// <remarks>
/// A waiting step races with the step that last made it wait, not with the one that ended its wait, which cannot come after it. Who still waits
/// when time passes, or at the end, races like everybody else.
/// </remarks>
internal abstract class RaceFinder : Chooser
{
    private readonly List<Pause> pauses = [];
    private readonly List<int> causes = [];
    private int clocksKnown;
    private int[] pauseClock = [];
    private int[] lastOf = [];
    private int[] previousHere = new int[64];
    private int[] previousVisible = new int[64];
    private int[] heads = [];

    public override bool NeedsSteps => true;

    /// <summary>What store buffers add to the order; null under sequential consistency.</summary>
    protected BufferOrder? Order { get; private set; }

    /// <summary>Movers: entries of a clock.</summary>
    protected int Width { get; private set; }

    /// <summary>For each step, <see cref="Width"/> numbers: one more than the index of each mover's last step that happens before it or is it.</summary>
    protected int[] Clocks { get; private set; } = [];

    /// <summary>The clock of the step being compared, of what is known to come before it so far.</summary>
    protected int[] Clock { get; private set; } = [];

    /// <summary>The steps later than the one being reversed that come right before the step being compared; with store buffers only.</summary>
    protected List<int> Direct { get; } = [];

    /// <summary>The steps that ended the wait of the step being compared.</summary>
    protected List<int> Enabling { get; } = [];

    public override void Begin(Execution run) => pauses.Clear();

    /// <summary>Nothing is known of the schedule before the next one.</summary>
    protected void ForgetClocks() => clocksKnown = 0;

    /// <summary>Calls <see cref="Reverse"/> for the races of the schedule just run whose later step is new.</summary>
    /// <param name="run">The execution.</param>
    /// <param name="count">How many of its steps count.</param>
    /// <param name="isNewFrom">The first step that is not the same as in the schedule before.</param>
    protected void Find(Execution run, int count, int isNewFrom)
    {
        var steps = run.Steps;
        Prepare(run, count);
        var visibleHead = -1;
        var pauseAt = 0;
        var nextPause = 0;
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
                for (var thread = 0; thread < Width; thread++) pauseClock[thread] = lastOf[thread] + 1;
            }

            if (at >= Math.Min(isNewFrom, clocksKnown))
            {
                Compare(steps, in step, at, previousHere[at], previousVisible[at], pauseAt, asks: at >= isNewFrom);
                Clock[step.Thread] = at + 1;
                Clock.AsSpan(0, Width).CopyTo(Clocks.AsSpan(at * Width));
            }

            Order?.Note(in step, at);
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

    /// <summary>A race: see to it that something is explored in which <paramref name="step"/> comes before the step at <paramref name="other"/>.</summary>
    /// <param name="steps">The steps of the schedule.</param>
    /// <param name="step">The later step, performed or pending.</param>
    /// <param name="other">Index of the earlier one.</param>
    /// <param name="at">Index of the later one, or where it is pending.</param>
    protected abstract void Reverse(Step[] steps, in Step step, int other, int at);

    /// <summary>Whether the step at <paramref name="index"/> does not happen after that at <paramref name="other"/>, which <paramref name="mover"/> took.</summary>
    protected bool IsFree(int index, int other, int mover) => Clocks[(index * Width) + mover] <= other;

    /// <summary>What happens before the next step of <paramref name="mover"/> whatever it is: its last one, and all before the last pause.</summary>
    protected void StartClock(int mover, int[] clock)
    {
        var own = lastOf[mover];
        var from = own < 0 ? pauseClock : Clocks.AsSpan(own * Width, Width);
        for (var thread = 0; thread < Width; thread++) clock[thread] = Math.Max(from[thread], pauseClock[thread]);
    }

    /// <summary>Adds what happens before the step at <paramref name="other"/>, and that step, to <see cref="Clock"/>.</summary>
    protected void Join(int other) => Join(other, Clock);

    /// <summary>The same for another clock.</summary>
    protected void Join(int other, int[] clock)
    {
        var theirs = Clocks.AsSpan(other * Width, Width);
        for (var thread = 0; thread < theirs.Length; thread++)
        {
            if (theirs[thread] > clock[thread]) clock[thread] = theirs[thread];
        }
    }

    /// <summary>Keeps what those are about to do who cannot move now and, as far as this state is explored, will not: they are compared with what came before.</summary>
    protected void NoteBlocked(Execution run, ulong enabled)
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

    /// <summary>Walks back through the steps that <paramref name="step"/> depends on, latest first; leaves its clock in <see cref="Clock"/>.</summary>
    private void Compare(Step[] steps, in Step step, int at, int here, int seen, int pauseAt, bool asks)
    {
        var own = lastOf[step.Thread];
        StartClock(step.Thread, Clock);
        var canWait = step.Kind is OperationKind.Enter or OperationKind.EnterRead or OperationKind.AwaitWrite or OperationKind.SpinWhileEqual or OperationKind.Wait;
        if (Order is not null)
        {
            Order.Causes(in step, own, causes);
            foreach (var cause in causes) Join(cause);
            Direct.Clear();
            Direct.AddRange(causes);
        }

        Enabling.Clear();
        while (here >= pauseAt || seen >= pauseAt)
        {
            var other = Math.Max(here, seen);
            if (here == other) here = previousHere[other];
            if (seen == other) seen = previousVisible[other];
            ref var before = ref steps[other];
            if (before.Thread == step.Thread) continue;
            if (Order is null ? !Step.Dependent(in before, in step) : !Order.IsOrdered(in before, in step))
            {
                if (Order is not null && Order.IsOwnWriteOfCell(in before, in step)) break;
                continue;
            }

            if (canWait && before.Location == step.Location && !Execution.CanMove(step.Kind, step.Value, before.Before) && !CanBeFreed(in before, other))
            {
                Enabling.Add(other);
                continue;
            }

            if (Clock[before.Thread] > other)
            {
                if (Order is not null) Direct.Add(other);
                continue;
            }

            if (asks && step.Access != Access.Receive) Reverse(steps, in step, other, at);
            Join(other);
            if (Order is not null) Direct.Add(other);
        }

        foreach (var other in Enabling) Join(other);
    }

    /// <summary>
    /// A step that only looked did not make anybody wait. Those who did, and whose going ended the wait, may have gone without it: then the
    /// waiting step could have come before it.
    /// </summary>
    private bool CanBeFreed(in Step looked, int at)
    {
        if (looked.Access is not (Access.Read or Access.Inspect)) return false;
        var isFreed = false;
        foreach (var enabler in Enabling)
        {
            if (Clocks[(enabler * Width) + looked.Thread] > at) return false;
            isFreed = true;
        }

        return isFreed;
    }

    private void Prepare(Execution run, int count)
    {
        if (Width != run.ThreadCapacity)
        {
            Width = run.ThreadCapacity;
            Clock = new int[Width];
            pauseClock = new int[Width];
            lastOf = new int[Width];
            Clocks = new int[64 * Width];
        }

        if (Clocks.Length < count * Width)
        {
            var larger = new int[Math.Max(Clocks.Length * 2, count * Width)];
            Clocks.CopyTo(larger, 0);
            Clocks = larger;
        }

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
        Order ??= new();
        Order.Begin(run);
    }

    private readonly record struct Pause(int At, Step Pending);
}
