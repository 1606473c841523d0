namespace Linearity;

/// <summary>Puts a history together event by event.</summary>
/// <typeparam name="TArgument">What is asked.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
public sealed class HistoryBuilder<TArgument, TResult>
{
    private readonly List<Operation<TArgument, TResult>> operations = [];
    private readonly List<HistoryEvent> events = [];
    private readonly Dictionary<int, int> open = [];

    /// <summary>A thread calls.</summary>
    /// <exception cref="InvalidOperationException">The thread has a call open.</exception>
    public HistoryBuilder<TArgument, TResult> Invoke(int thread, TArgument argument)
    {
        if (!open.TryAdd(thread, operations.Count)) throw new InvalidOperationException($"Thread {thread} calls while a call of its own is open.");
        operations.Add(new(thread, argument, default, events.Count, Operation<TArgument, TResult>.Never));
        events.Add(new(operations.Count - 1, IsResponse: false));
        return this;
    }

    /// <summary>A thread's open call returns.</summary>
    /// <exception cref="InvalidOperationException">The thread has no call open.</exception>
    public HistoryBuilder<TArgument, TResult> Respond(int thread, TResult result)
    {
        if (!open.Remove(thread, out var operation)) throw new InvalidOperationException($"Thread {thread} is answered without having called.");
        operations[operation] = operations[operation] with { Result = result, Returned = events.Count };
        events.Add(new(operation, IsResponse: true));
        return this;
    }

    /// <summary>A call that nothing overlaps between its two events.</summary>
    public HistoryBuilder<TArgument, TResult> Call(int thread, TArgument argument, TResult result) => Invoke(thread, argument).Respond(thread, result);

    /// <summary>What was put together so far; calls still open are pending.</summary>
    public History<TArgument, TResult> Build() => new([.. operations], [.. events]);
}
