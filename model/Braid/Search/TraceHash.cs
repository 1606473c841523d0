namespace Braid;

/// <summary>A number for an execution that does not depend on the order of independent steps, and almost surely differs for any two that differ otherwise.</summary>
internal sealed class TraceHash
{
    private ulong[] hashes = new ulong[64];
    private readonly List<int> before = [];
    private BufferOrder? order;
    private int[] lastAt = [];
    private ulong[] last = [];

    /// <summary>Hash of the schedule that <paramref name="run"/> has just run, from its steps.</summary>
    public ulong Of(Execution run)
    {
        var count = run.StepCount;
        if (hashes.Length < count) hashes = new ulong[count * 2];
        if (last.Length != run.ThreadCapacity) last = new ulong[run.ThreadCapacity];
        Array.Clear(last);
        if (run.IsBuffered) Prepare(run);
        var steps = run.Steps.AsSpan(0, count);
        ulong beforePause = 0;
        var pauseAt = 0;
        for (var at = 0; at < count; at++)
        {
            ref var step = ref steps[at];
            if (step.AfterPause)
            {
                for (; pauseAt < at; pauseAt++) beforePause += SplitMix.Mix(hashes[pauseAt]);
            }

            ulong causes = beforePause;
            for (var other = pauseAt; other < at; other++)
            {
                if (steps[other].Thread != step.Thread && IsOrdered(in steps[other], in step)) causes += SplitMix.Mix(hashes[other]);
            }

            if (order is not null) causes += OfBuffers(in step, at);

            var what = SplitMix.Mix(((ulong)step.Thread << 32) | ((ulong)step.Kind << 24), ((ulong)(uint)step.Location << 32) | (uint)step.Choice);
            hashes[at] = SplitMix.Mix(SplitMix.Mix(what, last[step.Thread]), causes);
            last[step.Thread] = hashes[at];
        }

        ulong result = run.Defect is null ? 1u : 2u;
        foreach (var own in last) result = SplitMix.Mix(result, own);
        return result;
    }

    private bool IsOrdered(in Step earlier, in Step next) =>
        order is null ? Step.Dependent(in earlier, in next) : order.IsOrdered(in earlier, in next);

    private void Prepare(Execution run)
    {
        order ??= new();
        order.Begin(run);
        if (lastAt.Length != run.ThreadCapacity) lastAt = new int[run.ThreadCapacity];
        Array.Fill(lastAt, -1);
    }

    private ulong OfBuffers(in Step step, int at)
    {
        order!.Causes(in step, lastAt[step.Thread], before);
        order.Note(in step, at);
        lastAt[step.Thread] = at;
        ulong causes = 0;
        foreach (var cause in before) causes += SplitMix.Mix(hashes[cause] + 1);
        return causes;
    }
}
