namespace Linearity;

/// <summary>Writes down what threads call and are answered, each thread into a list of its own.</summary>
/// <remarks>
/// A call's place follows from its thread and its number there, not from when it is written. So an explorer that executes a thread again, with the
/// same answers, writes the same again, and the list a thread leaves is that of its last execution.
/// </remarks>
/// <typeparam name="TArgument">What is asked.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
/// <param name="threads">How many threads call.</param>
/// <param name="clock">Orders their calls.</param>
public sealed class HistoryRecorder<TArgument, TResult>(int threads, IHistoryClock clock)
{
    private readonly List<Stamped>[] calls = [.. Enumerable.Range(0, threads).Select(_ => new List<Stamped>())];

    /// <summary>A thread begins, at the head of its body; what it wrote before is forgotten.</summary>
    public Session Begin(int thread)
    {
        calls[thread].Clear();
        return new(calls[thread], clock);
    }

    /// <summary>What has been written, when no thread is writing. Calls begun and not answered are pending.</summary>
    public History<TArgument, TResult> ToHistory()
    {
        var stamps = new List<(long Time, bool IsInvocation, int Thread, Stamped Call)>();
        for (var thread = 0; thread < threads; thread++)
        {
            foreach (var call in calls[thread])
            {
                // Invocations that read n lie after response n and before the next one.
                stamps.Add((call.Invoked, true, thread, call));
                if (call.Returned > 0) stamps.Add((call.Returned, false, thread, call));
            }
        }

        var builder = new HistoryBuilder<TArgument, TResult>();
        foreach (var (_, isInvocation, thread, call) in stamps.OrderBy(each => each.Time).ThenBy(each => each.IsInvocation))
        {
            if (isInvocation) builder.Invoke(thread, call.Argument);
            else builder.Respond(thread, call.Result!);
        }

        return builder.Build();
    }

    /// <summary>One thread's hand on the recorder. A new one at the head of every execution of the thread's body.</summary>
    public sealed class Session
    {
        private readonly List<Stamped> own;
        private readonly IHistoryClock clock;
        private int next;

        internal Session(List<Stamped> own, IHistoryClock clock) => (this.own, this.clock) = (own, clock);

        /// <summary>Performs a call and writes it down; what it throws leaves it pending.</summary>
        public TResult Call(TArgument argument, Func<TResult> body)
        {
            ArgumentNullException.ThrowIfNull(body);
            var at = next++;
            var invoked = clock.Read();
            Put(at, new(argument, default, invoked, 0));
            var result = body();
            Put(at, new(argument, result, invoked, clock.Advance()));
            return result;
        }

        private void Put(int at, in Stamped call)
        {
            if (at < own.Count) own[at] = call;
            else own.Add(call);
        }
    }

    internal readonly record struct Stamped(TArgument Argument, TResult? Result, long Invoked, long Returned);
}
