using System.Runtime.InteropServices;

namespace Braid;

/// <remarks>
/// Every race of every execution is looked at again, not only those with a new step: what a reversal has to be compared with is all that does
/// not depend on the step it passes, up to the end of the execution. Only a reversal that is covered by what begins with a step of the repeated
/// prefix needs no second look.
/// </remarks>
internal sealed partial class WakeupChooser
{
    private readonly List<WakeupRequest> requests = [];
    private readonly Dictionary<WakeupNode, List<WakeupNode>> overlay = [];
    private readonly List<Race> races = [];
    private readonly WakeupSequence sequence = new();
    private Execution execution = null!;

    /// <summary>What races ask of states above the task.</summary>
    public List<WakeupRequest> Requests => requests;

    /// <summary>Finds the races of the schedule just run and puts what reverses them where it is not covered.</summary>
    public void FindRaces(Execution run)
    {
        execution = run;
        var count = Math.Min(run.StepCount, pathLength);
        var steps = run.Steps;
        for (var depth = fixedLength; depth < count; depth++) nodes[depth + 1].Move = steps[depth];
        while (races.Count > 0 && races[^1].At >= isNewFrom) races.RemoveAt(races.Count - 1);
        Find(run, count, isNewFrom);
        var buffers = run.IsBuffered ? run.BufferOffset : 0;
        foreach (ref var race in CollectionsMarshal.AsSpan(races))
        {
            if (race.Covered >= isNewFrom) Put(steps, ref race, count, buffers);
        }

        for (var at = 0; at < count; at++)
        {
            if (choiceCounts[at] > 1 && (at >= isNewFrom || nodes[at].Asleep.Length > 0)) ReverseChoice(steps, at, count, buffers);
        }
    }

    protected override void Reverse(Step[] steps, in Step step, int other, int at)
    {
        var clock = steps[other].Kind == OperationKind.Flush ? ClockWithout(steps, other, step.Thread) : Clock.AsSpan(0, Width).ToArray();
        foreach (var enabler in Enabling)
        {
            if (enabler > other && IsFree(enabler, other, steps[other].Thread)) Join(enabler, clock);
        }

        races.Add(new(other, at, Reversed(steps, in step, other, at), clock));
    }

    /// <summary>
    /// The clock of a write that comes before the store at <paramref name="flush"/> instead of after it: reads of that store by its own thread
    /// came before the write, which would have overwritten it for them, and need not any more.
    /// </summary>
    private int[] ClockWithout(Step[] steps, int flush, int mover)
    {
        var clock = new int[Width];
        StartClock(mover, clock);
        foreach (var direct in Direct)
        {
            ref var before = ref steps[direct];
            if (before.Source == 0 || before.Source != steps[flush].Number || before.Thread + Order!.Offset != steps[flush].Thread) Join(direct, clock);
        }

        return clock;
    }

    /// <summary>The later step of a race as it is when it comes first.</summary>
    private Step Reversed(Step[] steps, in Step step, int other, int at)
    {
        var readers = 0;
        if (step.Kind == OperationKind.TryEnterWrite)
        {
            for (var index = other + 1; index < at; index++)
            {
                ref var between = ref steps[index];
                if (between.Access != Access.Share || between.Location != step.Location || !IsFree(index, other, steps[other].Thread)) continue;
                readers += between.Kind == OperationKind.ExitRead ? -1 : 1;
            }
        }

        return execution.Without(in step, other, at, readers);
    }

    /// <summary>What comes before the later step; that step; all else that does not come after the earlier one.</summary>
    private void Draw(Step[] steps, in Race race, int count, int buffers)
    {
        sequence.Begin(steps, Clocks, Width, buffers, race.At);
        var mover = steps[race.Other].Thread;
        var isFirst = true;
        for (var index = race.Other + 1; index < count; index++)
        {
            if (race.Clock[steps[index].Thread] <= index || !IsFree(index, race.Other, mover)) continue;
            sequence.Add(index);
            isFirst = false;
        }

        // One that spins would see its own store in its buffer.
        var canMove = !isFirst || (nodes[race.Other].Enabled >> race.Step.Thread & 1) != 0;
        if (canMove) sequence.AddReversed(in race.Step, race.Clock);
        for (var index = race.Other + 1; index < count; index++)
        {
            if (race.Clock[steps[index].Thread] <= index && IsFree(index, race.Other, mover)) sequence.Add(index);
        }

        if (!canMove && sequence.Count > 0) sequence.AddReversed(in race.Step, race.Clock);
        if (Order is not null) sequence.NoteForwarding(Order, race.Other);
    }

    /// <summary>A choice could have had another value.</summary>
    private void ReverseChoice(Step[] steps, int at, int count, int buffers)
    {
        for (var choice = 0; choice < choiceCounts[at]; choice++)
        {
            if (choice == steps[at].Choice) continue;
            Race race = new(at, at, steps[at] with { Choice = choice }, Clocks.AsSpan(at * Width, Width).ToArray());
            Put(steps, ref race, count, buffers);
        }
    }

    private void Put(Step[] steps, ref Race race, int count, int buffers)
    {
        Draw(steps, in race, count, buffers);
        if (sequence.Count == 0) return;
        var (node, origin) = (nodes[race.Other], nodes[race.Other + 1]);
        var isMine = race.Other >= taskDepth;
        if (WakeupTree.Find(node, origin, sequence, isMine ? null : overlay, out race.Covered) is not { } place) return;
        var only = place == node ? origin : null;
        if (isMine)
        {
            WakeupTree.Grow(place, only, sequence, null, out var top);
            place.Add(top, only);
            return;
        }

        if (!overlay.TryGetValue(place, out var beside)) overlay.Add(place, beside = []);
        WakeupTree.Grow(place, only, sequence, beside, out var mine);
        mine.Ordinal = int.MaxValue;
        beside.Add(mine);
        Draw(steps, in race, count, buffers);
        requests.Add(new(node, origin, sequence.Copy()));
    }

    private struct Race(int other, int at, in Step step, int[] clock)
    {
        /// <summary>A step whose being there says that the reversal is covered; beyond all steps when none does.</summary>
        public int Covered = int.MaxValue;


        public readonly int Other = other;
        public readonly int At = at;
        public readonly Step Step = step;
        public readonly int[] Clock = clock;
    }
}
