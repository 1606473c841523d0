namespace Braid;

/// <summary>A number for an execution that does not depend on the order of independent steps, and almost surely differs for any two that differ otherwise.</summary>
/// <remarks>
/// The hash of a step is made of what it is, of its thread's step before, and of the steps on its place that it comes after: back to the latest
/// write that covers what it touches, which itself comes after all those before. Those in between are summed up, since their order cannot be seen.
/// Steps are added one by one: while the schedule runs, by an execution that was given the hash, or after it out of its <see cref="Execution.Steps"/>.
/// </remarks>
internal sealed class TraceHash
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;
    private const ulong Visible = 0xD6E8_FEB8_6659_FD93;

    // The hash of each thread's latest step.
    private ulong[] last = [];
    private Place[] places = [];
    private int schedule;

    // The sums over all steps so far and over those before the last pause, and what the latest visible step since then gives.
    private ulong sum;
    private ulong beforePause;
    private ulong seen;

    // Steps on blocks and mailboxes, of which those that come after ask each one.
    private RangeStep[] ranges = new RangeStep[16];
    private int rangeCount;
    private int rangesBeforePause;

    // With store buffers every step is asked.
    private BufferOrder? order;
    private ulong[] hashes = [];
    private int[] lastAt = [];
    private readonly List<int> causes = [];
    private int pauseAt;

    /// <summary>Prepares for the steps of a schedule that <paramref name="run"/> is about to run, or has run.</summary>
    public void Begin(Execution run)
    {
        if (last.Length != run.ThreadCapacity) last = new ulong[run.ThreadCapacity];
        Array.Clear(last);
        if (places.Length < run.CellCapacity) places = new Place[run.CellCapacity];
        if (++schedule == 0)
        {
            // The numbers have come round: what is left of the first schedules is not to be taken for this one's.
            Array.Clear(places);
            schedule = 1;
        }

        sum = beforePause = seen = 0;
        rangeCount = rangesBeforePause = pauseAt = 0;
        if (!run.IsBuffered) return;
        order ??= new();
        order.Begin(run);
        if (lastAt.Length != run.ThreadCapacity) lastAt = new int[run.ThreadCapacity];
        Array.Fill(lastAt, -1);
        if (hashes.Length < run.StepCount) hashes = new ulong[run.StepCount * 2];
    }

    /// <summary>Hash of the schedule that <paramref name="run"/> has just run.</summary>
    public ulong Of(Execution run)
    {
        if (!run.Feeds(this))
        {
            Begin(run);
            var steps = run.Steps.AsSpan(0, run.StepCount);
            for (var at = 0; at < steps.Length; at++)
            {
                if (run.IsBuffered) AddBuffered(steps, at);
                else Add(in steps[at]);
            }
        }

        ulong result = run.Defect is null ? 1u : 2u;
        foreach (var own in last) result = SplitMix.Fold(result + own, Golden);
        return result;
    }

    /// <summary>The next step of a schedule without store buffers: a read or a write of a cell, not visible to an invariant and with no pause before it.</summary>
    public void AddOnCell(int thread, OperationKind kind, int location, bool isWrite)
    {
        ref var own = ref last[thread];
        ref var place = ref PlaceOf(location);
        var what = own + What(thread, kind, location);
        var hash = isWrite ? OfWrite(ref place, beforePause, what) : OfRead(ref place, beforePause, what);
        own = hash;
        sum += hash;
    }

    /// <summary>The next step of a schedule without store buffers.</summary>
    public void Add(in Step step)
    {
        if (step.AfterPause) Pause();
        ref var own = ref last[step.Thread];
        var before = beforePause + (step.IsVisible ? seen : 0);
        var what = own + What(in step);
        own = step.Access <= Access.Forwarded ? Of(what, before)
            : IsOnRange(in step) ? OfRange(in step, before, what)
            : OfCell(step.Location, step.Access, before, what);
        sum += own;
        if (step.IsVisible) seen = own * Visible;
    }

    /// <summary>Whether it touches only a part of its place: a range of memory, or one message of a mailbox.</summary>
    private static bool IsOnRange(in Step step) =>
        step.Access is Access.Send or Access.Receive || step.Kind is >= OperationKind.ReleaseMemory and <= OperationKind.CompareExchangeMemory;

    private void AddBuffered(ReadOnlySpan<Step> steps, int at)
    {
        ref readonly var step = ref steps[at];
        if (step.AfterPause)
        {
            Pause();
            pauseAt = at;
        }

        ref var own = ref last[step.Thread];
        var before = beforePause + (step.IsVisible ? seen : 0);
        hashes[at] = own = Of(own + What(in step), before + OfBuffers(steps, at));
        sum += own;
        if (step.IsVisible) seen = own * Visible;
    }

    /// <summary>All that was before precedes all that follows.</summary>
    private void Pause()
    {
        beforePause = sum;
        seen = 0;
        rangesBeforePause = rangeCount;
    }

    /// <summary>Sums up the steps on a cell or lock that the next one there comes after, and has those after it come after it.</summary>
    private ulong OfCell(int location, Access access, ulong before, ulong own)
    {
        ref var place = ref PlaceOf(location);
        switch (access)
        {
            case Access.Write:
                return OfWrite(ref place, before, own);
            case Access.Share:
                var shared = OfRead(ref place, before + place.Inspected, own);
                place.Shared += shared;
                return shared;
            case Access.Inspect:
                var inspected = OfRead(ref place, before + place.Shared, own);
                place.Inspected += inspected;
                return inspected;
            default:
                return OfRead(ref place, before, own);
        }
    }

    private static ulong OfWrite(ref Place place, ulong before, ulong own)
    {
        var hash = Of(own, before + place.Written + place.Since);
        place.Written = hash;
        place.Since = place.Shared = place.Inspected = 0;
        return hash;
    }

    private static ulong OfRead(ref Place place, ulong before, ulong own)
    {
        var hash = Of(own, before + place.Written);
        place.Since += hash;
        return hash;
    }

    /// <summary>The steps on the same block or mailbox that this one comes after.</summary>
    private ulong OfRange(in Step step, ulong before, ulong own)
    {
        ref var place = ref PlaceOf(step.Location);
        var after = before;
        for (var at = place.Latest; at > rangesBeforePause; at = ranges[at - 1].Previous)
        {
            ref var earlier = ref ranges[at - 1];
            if (!Step.Conflicts(in earlier.Step, in step)) continue;
            after += earlier.Hash;
            if (earlier.Step.Access == Access.Write && earlier.Step.Low <= step.Low && earlier.Step.High >= step.High) break;
        }

        var hash = Of(own, after);
        if (rangeCount == ranges.Length) Array.Resize(ref ranges, rangeCount * 2);
        ranges[rangeCount++] = new() { Step = step, Hash = hash, Previous = place.Latest };
        place.Latest = rangeCount;
        return hash;
    }

    /// <summary>With store buffers an earlier write does not stand for all that it comes after: each step is asked.</summary>
    private ulong OfBuffers(ReadOnlySpan<Step> steps, int at)
    {
        ref readonly var step = ref steps[at];
        ulong after = 0;
        for (var other = pauseAt; other < at; other++)
        {
            if (steps[other].Thread != step.Thread && order!.IsOrdered(in steps[other], in step)) after += hashes[other];
        }

        order!.Causes(in step, lastAt[step.Thread], causes);
        order.Note(in step, at);
        lastAt[step.Thread] = at;
        foreach (var cause in causes) after += hashes[cause] * Golden;
        return after;
    }

    private ref Place PlaceOf(int location)
    {
        var all = places;
        if ((uint)location >= (uint)all.Length) all = Grow(location);
        ref var place = ref all[location];
        if (place.Schedule != schedule) place = new() { Schedule = schedule };
        return ref place;
    }

    private Place[] Grow(int location)
    {
        Array.Resize(ref places, Math.Max(location + 1, places.Length * 2));
        return places;
    }

    private static ulong What(int thread, OperationKind kind, int location) => ((ulong)kind << 56) | ((ulong)thread << 48) | (uint)location;

    private static ulong What(in Step step) => What(step.Thread, step.Kind, step.Location) + ((ulong)(uint)step.Choice * Visible);

    private static ulong Of(ulong own, ulong causes) => SplitMix.Fold(own ^ Golden, causes ^ Visible);

    /// <summary>Hashes of the steps on a place that later ones there come after.</summary>
    private struct Place
    {
        /// <summary>The schedule that the rest is of.</summary>
        public int Schedule;

        /// <summary>Of a block or mailbox: one more than the index of the latest step among those on ranges; 0 for none.</summary>
        public int Latest;

        /// <summary>The latest write of a cell.</summary>
        public ulong Written;

        /// <summary>All after it together, and those of them that share or inspect a lock.</summary>
        public ulong Since, Shared, Inspected;
    }

    private struct RangeStep
    {
        public Step Step;
        public ulong Hash;

        /// <summary>As <see cref="Place.Latest"/>, for the step before on the same place.</summary>
        public int Previous;
    }
}
