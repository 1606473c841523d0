namespace Linearity;

/// <summary>
/// Goes through the events of one part of a history and keeps every configuration that explains them so far: a call is put into the order only when
/// its own response, or that of a call which must come after it, asks for it.
/// </summary>
/// <remarks>
/// The just-in-time linearization graph search of Lowe, "Testing for linearizability" (2017), breadth first: the search of Wing and Gong
/// (1993) with configurations remembered, so that each is extended once. Going breadth first, it ends at the first response that nothing explains.
/// </remarks>
internal sealed class JustInTimeSearch<TState, TArgument, TResult>(
    SequentialModel<TState, TArgument, TResult> model, History<TArgument, TResult> history, IReadOnlyList<int> part)
{
    /// <summary>Largest number of calls open at once.</summary>
    private const int Slots = 128;

    private readonly ConfigurationComparer<TState, TResult> comparer = new(model.States, model.Results);
    private readonly int[] occupants = new int[Slots];
    private UInt128 open;
    private HashSet<Configuration<TState, TResult>> frontier = [];

    /// <summary>Configurations met by all runs.</summary>
    public long Configurations { get; private set; }

    /// <summary>Looks for an order.</summary>
    /// <param name="events">How many events of the history count; answers of later ones are not known.</param>
    /// <param name="free">A call whose answer is left open although it returns, or −1.</param>
    /// <returns>Index of the first response that nothing explains, or −1.</returns>
    public int Run(int events, int free = -1)
    {
        open = default;
        Array.Fill(occupants, -1);
        frontier = new(comparer) { new(default, model.Initial, null, null) };
        foreach (var at in part)
        {
            if (at >= events) break;
            var (operation, isResponse) = history.Events[at];
            if (!isResponse) Open(operation);
            else if (!Close(operation, events, free)) return at;
        }

        return -1;
    }

    /// <summary>An order that explains all that the last run went through.</summary>
    public IReadOnlyList<int> Order()
    {
        var order = new List<int>();
        for (var placed = frontier.First().Order; placed is not null; placed = placed.Before) order.Add(placed.Operation);
        order.Reverse();
        return order;
    }

    /// <summary>The answers that the last run found for its free call.</summary>
    public IEnumerable<TResult> FreeAnswers() =>
        frontier.Where(each => each.Free is not null).Select(each => each.Free!.Result).Distinct(model.Results);

    private void Open(int operation)
    {
        if (~open == default) throw new ArgumentException($"More than {Slots} calls are open at once, pending ones counted.");
        var slot = (int)UInt128.TrailingZeroCount(~open);
        occupants[slot] = operation;
        open |= UInt128.One << slot;
    }

    private bool Close(int operation, int events, int free)
    {
        var own = Array.IndexOf(occupants, operation);
        var bit = UInt128.One << own;
        var after = new HashSet<Configuration<TState, TResult>>(comparer);
        var seen = new HashSet<Configuration<TState, TResult>>(comparer);
        var rest = new Stack<Configuration<TState, TResult>>();
        foreach (var each in frontier)
        {
            if ((each.Taken & bit) != default) after.Add(each with { Taken = each.Taken & ~bit });
            else rest.Push(each);
        }

        while (rest.TryPop(out var from))
        {
            for (var left = open & ~from.Taken; left != default; left &= left - 1)
            {
                var slot = (int)UInt128.TrailingZeroCount(left);
                var chosen = UInt128.One << slot;
                foreach (var to in Extend(from, occupants[slot], chosen, events, free))
                {
                    if (chosen == bit) after.Add(to with { Taken = to.Taken & ~bit });
                    else if (seen.Add(to)) rest.Push(to);
                }
            }
        }

        Configurations += seen.Count + after.Count;
        frontier = after;
        open &= ~bit;
        occupants[own] = -1;
        return after.Count > 0;
    }

    private IEnumerable<Configuration<TState, TResult>> Extend(
        Configuration<TState, TResult> from, int operation, UInt128 bit, int events, int free)
    {
        var call = history.Operations[operation];
        if (call.Returned < events && operation != free)
        {
            if (model.TryApply(from.State, call.Argument, call.Result!, out var after))
                yield return new(from.Taken | bit, after, from.Free, new(operation, from.Order));
            yield break;
        }

        foreach (var (result, after) in model.Outcomes(from.State, call.Argument))
        {
            var given = operation == free ? new Answer<TResult>(result) : from.Free;
            yield return new(from.Taken | bit, after, given, new(operation, from.Order));
        }
    }
}
