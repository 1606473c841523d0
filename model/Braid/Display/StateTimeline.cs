namespace Braid;

/// <summary>The state that a trace shows, after each of its steps: cells, memory, who holds which lock, what is in the store buffers.</summary>
/// <remarks>Only what the execution touches is known; a cell's first value is what its first step found.</remarks>
public sealed class StateTimeline
{
    private const string Free = "free";
    private const string Buffered = ", buffered";
    private readonly List<List<CellChange>> changes = [[]];
    private readonly Dictionary<string, string?> initial = [];
    private readonly Dictionary<string, List<string>> queues = [];   // store buffers and mailboxes, while the trace is read
    private readonly Dictionary<string, string?> now = [];

    /// <summary>Reads a trace.</summary>
    public StateTimeline(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        foreach (var step in trace.Steps.Where(step => step.IsDecision))
        {
            changes.Add([]);
            Read(trace, step);
        }
    }

    /// <summary>Number of steps.</summary>
    public int Steps => changes.Count - 1;

    /// <summary>What step <paramref name="number"/> changed, from 1; 0 is the beginning and changed nothing.</summary>
    public IReadOnlyList<CellChange> ChangesAt(int number) => changes[number];

    /// <summary>What is known of the state after step <paramref name="number"/>, by name; 0 for before the first.</summary>
    public IReadOnlyList<(string Location, string Value)> StateAt(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Steps);
        var state = new Dictionary<string, string?>(initial);
        foreach (var change in changes.Take(number + 1).SelectMany(each => each)) state[change.Location] = change.After;
        return [.. state.Where(cell => cell.Value is not null).OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => (cell.Key, cell.Value!))];
    }

    private void Read(Trace trace, StepRecord step)
    {
        var name = trace.Threads[step.Thread];
        if (OperationKinds.IsBufferedStore(step)) Enqueue($"store buffer of {name}", step.Words[..^Buffered.Length]);
        else if (OperationKinds.IsLock(step.Kind)) Lock(step, name);
        else if (step.Kind == OperationKind.Flush && now.TryGetValue(step.Location, out var held) && held is not null && IsHeld(held)) Change(step.Location, held, Free);
        else if (step.Kind == OperationKind.Send) Enqueue(step.Location, step.Argument);
        else if (step.Kind == OperationKind.Receive) Dequeue(step.Location);
        else if (OperationKinds.IsData(step.Kind) && !step.IsBuffered) Data(step);
        if (step.Kind == OperationKind.Flush) Dequeue($"store buffer of {name}");
    }

    private void Data(StepRecord step)
    {
        if (!now.ContainsKey(step.Location) && step.Before is not null) initial[step.Location] = now[step.Location] = step.Before;
        if (!step.IsWrite) return;
        var after = step.Kind == OperationKind.ReleaseMemory ? "released" : step.After ?? step.Argument;
        Change(step.Location, step.Before, after);
    }

    private void Lock(StepRecord step, string thread)
    {
        initial.TryAdd(step.Location, Free);
        now.TryAdd(step.Location, Free);
        var held = now[step.Location] ?? Free;
        if (OperationKinds.Acquires(step))
        {
            var isReading = step.Kind is OperationKind.EnterRead or OperationKind.TryEnterRead;
            Change(step.Location, held, !isReading ? $"held by {thread}" : held == Free ? $"read by {thread}" : $"{held}, {thread}");
        }
        else if (OperationKinds.Releases(step.Kind))
        {
            var left = step.Kind == OperationKind.ExitRead ? held.Replace("read by ", "", StringComparison.Ordinal).Split(", ").ToList() : [];
            left.Remove(thread);
            Change(step.Location, held, left.Count == 0 ? Free : $"read by {string.Join(", ", left)}");
        }
    }

    private void Enqueue(string queue, string what)
    {
        if (!queues.TryGetValue(queue, out var own)) queues.Add(queue, own = []);
        var before = Told(own);
        own.Add(what);
        initial.TryAdd(queue, "empty");
        Change(queue, before, Told(own));
    }

    private void Dequeue(string queue)
    {
        if (!queues.TryGetValue(queue, out var own) || own.Count == 0) return;
        var before = Told(own);
        own.RemoveAt(0);
        Change(queue, before, Told(own));
    }

    private static bool IsHeld(string lockState) => lockState.StartsWith("held by ", StringComparison.Ordinal) || lockState.StartsWith("read by ", StringComparison.Ordinal);

    private static string Told(List<string> queue) => queue.Count == 0 ? "empty" : string.Join("; ", queue);

    private void Change(string location, string? before, string after)
    {
        now[location] = after;
        if (before != after) changes[^1].Add(new(location, before, after));
    }
}
