using System.Buffers.Binary;

namespace Braid;

/// <summary>
/// The hash of an execution that two executions share if and only if they differ in nothing but the order of independent steps.
/// </summary>
/// <remarks>
/// <para>
/// Hashed is the execution's partial order, written out: happens-before is the smallest transitive relation that contains the order of each
/// mover's steps, the order of dependent steps, and what store buffers and the passing of time add. It is given by vector clocks (Mattern:
/// "Virtual time and global states of distributed systems", 1989), which determine it and are determined by it.
/// </para>
/// <para>
/// The text, of 32-bit integers, low byte first: how the execution ended (<see cref="TraceEnd"/>); the number of movers; and then for each mover
/// the number of its steps and for each of these its <see cref="OperationKind"/>, its location (0 for a store that enters a buffer), what was
/// chosen (0 but for a choice), and for each mover how many of its steps happen before, the step itself counted.
/// </para>
/// </remarks>
internal sealed class TraceDigest
{
    private readonly List<int> causes = [];
    private BufferOrder? order;
    private int width;
    private int[] clocks = [];
    private int[] clock = [];
    private int[] afterPause = [];
    private int[] counts = [];
    private int[] lastOf = [];
    private int[] numbers = [];
    private int[] previousHere = [];
    private int[] previousVisible = [];
    private int[] heads = [];
    private byte[] text = [];

    /// <summary>Counts the schedule just run, unless it was given up because others cover it.</summary>
    public void Count(Execution run, TraceSet into)
    {
        if (run.Pruned) return;
        var end = EndOf(run);
        if (end == TraceEnd.CutOff) into.AddCutOff();
        else into.Add(Of(run, end), end, run.StepCount);
    }

    public static TraceEnd EndOf(Execution run) => run.IsCutOff ? TraceEnd.CutOff : run.Defect?.Kind switch
    {
        null => TraceEnd.Ended,
        FailureKind.Deadlock or FailureKind.LostWakeup or FailureKind.NonTermination => TraceEnd.Deadlock,
        _ => TraceEnd.Failed,
    };

    private Digest Of(Execution run, TraceEnd end)
    {
        var count = run.StepCount;
        Prepare(run, count);
        var steps = run.Steps.AsSpan(0, count);
        var visible = -1;
        for (var at = 0; at < count; at++)
        {
            ref var step = ref steps[at];
            if (step.AfterPause)
            {
                // Nobody could move, so that all that was done comes before all that follows.
                counts.CopyTo(afterPause, 0);
            }

            Look(steps, at, visible);
            if (step.IsVisible) visible = at;
        }

        return Digest.Of(Write(steps, end));
    }

    /// <summary>Finds the clock of a step.</summary>
    private void Look(ReadOnlySpan<Step> steps, int at, int visible)
    {
        ref readonly var step = ref steps[at];
        var own = lastOf[step.Thread];
        afterPause.CopyTo(clock, 0);
        if (own >= 0) Join(own);
        if (order is not null)
        {
            order.Causes(in step, own, causes);
            foreach (var cause in causes) Join(cause);
            order.Note(in step, at);
        }

        previousHere[at] = step.Access == Access.Local ? -1 : heads[step.Location];
        previousVisible[at] = step.IsVisible ? visible : -1;
        for (int here = previousHere[at], seen = previousVisible[at]; here >= 0 || seen >= 0;)
        {
            var other = Math.Max(here, seen);
            if (here == other) here = previousHere[other];
            if (seen == other) seen = previousVisible[other];
            ref readonly var earlier = ref steps[other];
            if (earlier.Thread == step.Thread || clock[earlier.Thread] >= numbers[other]) continue;
            if (order is null ? Step.Dependent(in earlier, in step) : order.IsOrdered(in earlier, in step)) Join(other);
        }

        clock[step.Thread] = numbers[at] = ++counts[step.Thread];
        clock.CopyTo(clocks, at * width);
        lastOf[step.Thread] = at;
        if (step.Access != Access.Local) heads[step.Location] = at;
    }

    private void Join(int other)
    {
        var theirs = clocks.AsSpan(other * width, width);
        for (var mover = 0; mover < width; mover++) clock[mover] = Math.Max(clock[mover], theirs[mover]);
    }

    private ReadOnlySpan<byte> Write(ReadOnlySpan<Step> steps, TraceEnd end)
    {
        var length = 4 * (2 + width + (steps.Length * (3 + width)));
        if (text.Length < length) text = new byte[length * 2];
        var at = 0;
        Put(ref at, (int)end);
        Put(ref at, width);

        // Where the steps of each mover begin, so that one pass over the schedule puts each in its place.
        for (var mover = 0; mover < width; mover++)
        {
            Put(ref at, counts[mover]);
            lastOf[mover] = at;
            at += counts[mover] * 4 * (3 + width);
        }

        for (var index = 0; index < steps.Length; index++)
        {
            ref readonly var step = ref steps[index];
            ref var place = ref lastOf[step.Thread];
            Put(ref place, (int)step.Kind);
            Put(ref place, step.IsBuffered ? 0 : step.Location);
            Put(ref place, step.Choice);
            foreach (var number in clocks.AsSpan(index * width, width)) Put(ref place, number);
            if (step.Access != Access.Local) heads[step.Location] = -1;
        }

        return text.AsSpan(0, length);
    }

    private void Put(ref int at, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(text.AsSpan(at), number);
        at += 4;
    }

    private void Prepare(Execution run, int count)
    {
        if (width != run.ThreadCapacity)
        {
            width = run.ThreadCapacity;
            clock = new int[width];
            afterPause = new int[width];
            counts = new int[width];
            lastOf = new int[width];
            clocks = [];
        }

        if (clocks.Length < count * width) clocks = new int[count * width * 2];
        if (numbers.Length < count)
        {
            numbers = new int[count * 2];
            previousHere = new int[count * 2];
            previousVisible = new int[count * 2];
        }

        if (heads.Length < run.CellCapacity)
        {
            heads = new int[run.CellCapacity];
            Array.Fill(heads, -1);
        }

        Array.Clear(afterPause);
        Array.Clear(counts);
        Array.Fill(lastOf, -1);
        if (!run.IsBuffered) return;
        order ??= new();
        order.Begin(run);
    }
}
