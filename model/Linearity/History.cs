namespace Linearity;

/// <summary>What was called on an object and what it answered, in an order of events that respects real time.</summary>
/// <typeparam name="TArgument">What is asked.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
public sealed class History<TArgument, TResult>
{
    internal History(IReadOnlyList<Operation<TArgument, TResult>> operations, IReadOnlyList<HistoryEvent> events) =>
        (Operations, Events) = (operations, events);

    /// <summary>The calls, in the order of their invocations.</summary>
    public IReadOnlyList<Operation<TArgument, TResult>> Operations { get; }

    /// <summary>Invocations and responses, in order.</summary>
    public IReadOnlyList<HistoryEvent> Events { get; }

    /// <summary>The first <paramref name="events"/> events: what returns later is pending there.</summary>
    public History<TArgument, TResult> Prefix(int events)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(events, Events.Count);
        var operations = Operations.TakeWhile(each => each.Invoked < events)
            .Select(each => each.Returned < events ? each : each with { Result = default, Returned = Operation<TArgument, TResult>.Never });
        return new([.. operations], [.. Events.Take(events)]);
    }
}
