namespace Braid;

/// <summary>A number for an execution that does not depend on the order of independent steps, and almost surely differs for any two that differ otherwise.</summary>
/// <remarks>
/// The hash of a step is made of what it is, of its thread's step before, and of the steps on its place that it comes after: back to the latest
/// write that covers what it touches, which itself comes after all those before. Those in between are summed up, since their order cannot be seen.
/// </remarks>
internal sealed class TraceHash
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;
    private const ulong Visible = 0xD6E8_FEB8_6659_FD93;

    private ulong[] hashes = new ulong[64];
    private int[] previous = new int[64];
    private int[] heads = [];
    private Place[] places = [];
    private readonly List<int> before = [];
    private BufferOrder? order;
    private int[] lastAt = [];
    private ulong[] last = [];

    /// <summary>Hash of the schedule that <paramref name="run"/> has just run, from its steps.</summary>
    public ulong Of(Execution run)
    {
        var count = run.StepCount;
        Prepare(run, count);
        var steps = run.Steps.AsSpan(0, count);
        ulong beforePause = 0;
        var pauseAt = 0;
        var seen = -1;
        for (var at = 0; at < count; at++)
        {
            ref var step = ref steps[at];
            if (step.AfterPause)
            {
                for (; pauseAt < at; pauseAt++) beforePause += hashes[pauseAt];
            }

            var causes = beforePause;
            if (step.IsVisible)
            {
                if (seen >= pauseAt) causes += hashes[seen] * Visible;
                seen = at;
            }

            ref var own = ref last[step.Thread];
            var what = own + (((ulong)step.Kind << 56) | ((ulong)step.Thread << 48) | (uint)step.Location) + ((ulong)(uint)step.Choice * Visible);
            own = order is not null ? Of(what, causes + OfBuffers(steps, at, pauseAt))
                : IsCell(in step) ? OfCell(in step, causes, what)
                : Of(what, step.Access > Access.Forwarded ? causes + OfRange(steps, at, pauseAt) : causes);
            hashes[at] = own;
        }

        foreach (ref readonly var step in steps)
        {
            heads[step.Location] = -1;
            places[step.Location] = default;
        }

        ulong result = run.Defect is null ? 1u : 2u;
        foreach (var own in last) result = SplitMix.Fold(result + own, Golden);
        return result;
    }

    /// <summary>Sums up the steps on a cell or lock that the next one there comes after, and has those after it come after it.</summary>
    private ulong OfCell(in Step step, ulong before, ulong own)
    {
        ref var place = ref places[step.Location];
        var causes = before + place.Written;
        ulong hash;
        switch (step.Access)
        {
            case Access.Write:
                hash = Of(own, causes + place.Since);
                place = new() { Written = hash };
                return hash;
            case Access.Share:
                hash = Of(own, causes + place.Inspected);
                place.Shared += hash;
                break;
            case Access.Inspect:
                hash = Of(own, causes + place.Shared);
                place.Inspected += hash;
                break;
            default:
                hash = Of(own, causes);
                break;
        }

        place.Since += hash;
        return hash;
    }

    /// <summary>The steps on the same block or mailbox that the one at <paramref name="at"/> comes after.</summary>
    private ulong OfRange(ReadOnlySpan<Step> steps, int at, int from)
    {
        ref readonly var step = ref steps[at];
        ref var head = ref heads[step.Location];
        var other = head;
        previous[at] = other;
        head = at;
        ulong causes = 0;
        for (; other >= from; other = previous[other])
        {
            ref readonly var earlier = ref steps[other];
            if (!Step.Conflicts(in earlier, in step)) continue;
            causes += hashes[other];
            if (earlier.Access == Access.Write && earlier.Low <= step.Low && earlier.High >= step.High) break;
        }

        return causes;
    }

    /// <summary>With store buffers an earlier write does not stand for all that it comes after: each step is asked.</summary>
    private ulong OfBuffers(ReadOnlySpan<Step> steps, int at, int from)
    {
        ref readonly var step = ref steps[at];
        ulong causes = 0;
        for (var other = from; other < at; other++)
        {
            if (steps[other].Thread != step.Thread && order!.IsOrdered(in steps[other], in step)) causes += hashes[other];
        }

        order!.Causes(in step, lastAt[step.Thread], before);
        order.Note(in step, at);
        lastAt[step.Thread] = at;
        foreach (var cause in before) causes += hashes[cause] * Golden;
        return causes;
    }

    private void Prepare(Execution run, int count)
    {
        if (hashes.Length < count) hashes = new ulong[count * 2];
        if (previous.Length < count) previous = new int[count * 2];
        if (last.Length != run.ThreadCapacity) last = new ulong[run.ThreadCapacity];
        Array.Clear(last);
        if (heads.Length < run.CellCapacity)
        {
            places = new Place[run.CellCapacity];
            heads = new int[run.CellCapacity];
            Array.Fill(heads, -1);
        }

        if (!run.IsBuffered) return;
        order ??= new();
        order.Begin(run);
        if (lastAt.Length != run.ThreadCapacity) lastAt = new int[run.ThreadCapacity];
        Array.Fill(lastAt, -1);
    }

    private static ulong Of(ulong own, ulong causes) => SplitMix.Fold(own ^ Golden, causes ^ Visible);

    /// <summary>Whether it touches all of its place: not a range of memory, nor one message of a mailbox.</summary>
    private static bool IsCell(in Step step) =>
        step.Access > Access.Forwarded && step.Access is not (Access.Send or Access.Receive) && step.Kind is < OperationKind.ReleaseMemory or > OperationKind.CompareExchangeMemory;

    /// <summary>Hashes of the steps on a cell that later ones there come after.</summary>
    private struct Place
    {
        /// <summary>The latest write.</summary>
        public ulong Written;

        /// <summary>All after it together, and those of them that share or inspect a lock.</summary>
        public ulong Since, Shared, Inspected;
    }
}
