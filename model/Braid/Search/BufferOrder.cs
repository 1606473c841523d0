namespace Braid;

/// <summary>
/// What store buffers add to the order of steps, as chronological traces do (Abdulla, Aronis, Atig, Jonsson, Leonardsson, Sagonas: "Stateless
/// model checking for TSO and PSO", TACAS 2015). A store reaches memory after it entered its buffer; an operation that needs an empty buffer,
/// or the end of a heavy fence, comes after the stores it waits for: these orders cannot be reversed. And a read of what its own thread wrote
/// last is the same read whether the store is still in the buffer or in memory: it comes after no write, and before those writes of others
/// that overwrite that store.
/// </summary>
/// <remarks>That last rule is for cells. Memory is read and written in words and ranges, for which a read is ordered with every write it meets.</remarks>
internal sealed class BufferOrder
{
    private List<int>[] entered = [];
    private List<int>[] reached = [];
    private int threads;

    /// <summary>Whether the pending step that <see cref="Causes"/> was last asked about waits for stores that have not reached memory.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>The mover of a thread's store buffer less the thread.</summary>
    public int Offset => threads;

    /// <summary>Prepares for the steps of one schedule, from its first.</summary>
    public void Begin(Execution run)
    {
        if (threads != run.BufferOffset)
        {
            threads = run.BufferOffset;
            entered = [.. Enumerable.Range(0, threads).Select(_ => new List<int>())];
            reached = [.. Enumerable.Range(0, threads).Select(_ => new List<int>())];
        }

        foreach (var own in entered) own.Clear();
        foreach (var own in reached) own.Clear();
    }

    /// <summary>The step at <paramref name="at"/> has been looked at.</summary>
    public void Note(in Step step, int at)
    {
        if (step.IsBuffered) entered[step.Thread].Add(at);
        else if (step.Kind == OperationKind.Flush) reached[step.Thread - threads].Add(at);
    }

    /// <summary>Index of the step at which a thread's store, by its number from 1, reached memory; beyond all steps if it did not.</summary>
    public int ReachedAt(int thread, int number) => number <= reached[thread].Count ? reached[thread][number - 1] : int.MaxValue;

    /// <summary>The steps of others that come before <paramref name="step"/> in every execution that contains it.</summary>
    /// <param name="step">The step that comes next, or that is pending.</param>
    /// <param name="last">Index of its thread's last step.</param>
    /// <param name="into">Where their indices go.</param>
    public void Causes(in Step step, int last, List<int> into)
    {
        IsHeld = false;
        into.Clear();
        if (step.Kind == OperationKind.Flush)
        {
            var own = step.Thread - threads;
            into.Add(entered[own][reached[own].Count]);
        }
        else if (step.Kind == OperationKind.FenceHeavyEnd)
        {
            for (var other = 0; other < threads; other++) NeedsAllBefore(other, last, into);
        }
        else if (step.Needs > 0)
        {
            Needs(step.Thread, step.Needs, into);
        }
    }

    private void NeedsAllBefore(int thread, int step, List<int> into)
    {
        var count = 0;
        while (count < entered[thread].Count && entered[thread][count] < step) count++;
        if (count > 0) Needs(thread, count, into);
    }

    private void Needs(int thread, int count, List<int> into)
    {
        if (count <= reached[thread].Count) into.Add(reached[thread][count - 1]);
        else IsHeld = true;
    }

    /// <summary>Whether the order of an earlier step and the one that comes next can be seen; for steps of two movers.</summary>
    public bool IsOrdered(in Step earlier, in Step next)
    {
        if (earlier.IsVisible && next.IsVisible) return true;
        if (next.Source != 0) return false;
        if (earlier.Source != 0)
        {
            return next.Access == Access.Write && next.Location == earlier.Location && !IsOwn(in earlier, in next)
                && reached[earlier.Thread].Count >= earlier.Source;
        }

        return Step.Dependent(in earlier, in next) && !(IsOwn(in earlier, in next) && (IsCellRead(earlier.Kind) || IsCellRead(next.Kind)));
    }

    /// <summary>Whether all that came before <paramref name="earlier"/>, a write, comes before the read <paramref name="next"/> too: its own thread wrote it.</summary>
    public bool IsOwnWriteOfCell(in Step earlier, in Step next) =>
        earlier.Kind == OperationKind.Flush && IsOwn(in earlier, in next) && IsCellRead(next.Kind) && earlier.Location == next.Location;

    private bool IsOwn(in Step one, in Step other) => one.Thread + threads == other.Thread || other.Thread + threads == one.Thread;

    /// <summary>Whether it reads a cell, and not memory.</summary>
    public static bool IsCellRead(OperationKind kind) =>
        kind is OperationKind.Load or OperationKind.LoadReference or OperationKind.SpinWhileEqual;
}
