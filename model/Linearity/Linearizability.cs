namespace Linearity;

/// <summary>Whether an object behaved as if each call had taken effect at one moment between its invocation and its response.</summary>
/// <remarks>
/// Herlihy and Wing, "Linearizability: a correctness condition for concurrent objects" (1990). The search is Lowe's
/// (<see cref="JustInTimeSearch{TState, TArgument, TResult}"/>), one for each part of the object (P-compositionality: Horn and Kroening, 2015).
/// </remarks>
public static class Linearizability
{
    /// <summary>Of how many of the last answers an explanation says what they would have to be.</summary>
    private const int ExplainedAnswers = 16;

    /// <summary>Looks for an order of the calls that the model agrees with.</summary>
    /// <exception cref="ArgumentException">More than 128 calls on one part are open at once.</exception>
    public static LinearityResult<TArgument, TResult> Check<TState, TArgument, TResult>(
        SequentialModel<TState, TArgument, TResult> model, History<TArgument, TResult> history)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(history);
        var configurations = 0L;
        var orders = new List<IReadOnlyList<int>>();
        Counterexample<TArgument, TResult>? shortest = null;
        foreach (var (key, part) in Parts(model, history))
        {
            var search = new JustInTimeSearch<TState, TArgument, TResult>(model, history, part);
            // With all answers known beforehand most configurations die at once; where that fails, the prefix that fails by itself may be longer.
            var failedAt = search.Run(int.MaxValue);
            if (failedAt < 0) orders.Add(search.Order());
            else if (Shortest(search, part, failedAt) is var at && (shortest is null || at < shortest.Events - 1))
                shortest = Explain(model, search, history, key, part, at);
            configurations += search.Configurations;
        }

        return new() { Counterexample = shortest, Orders = shortest is null ? orders : [], Parts = orders.Count, Configurations = configurations };
    }

    private static Dictionary<object, List<int>> Parts<TState, TArgument, TResult>(
        SequentialModel<TState, TArgument, TResult> model, History<TArgument, TResult> history)
    {
        var parts = new Dictionary<object, List<int>>();
        for (var at = 0; at < history.Events.Count; at++)
        {
            var key = model.PartitionOf(history.Operations[history.Events[at].Operation].Argument);
            if (!parts.TryGetValue(key, out var part)) parts.Add(key, part = []);
            part.Add(at);
        }

        return parts;
    }

    /// <summary>The response that ends the shortest prefix which is not linearizable: prefixes of what is linearizable are.</summary>
    private static int Shortest<TState, TArgument, TResult>(JustInTimeSearch<TState, TArgument, TResult> search, List<int> part, int failedAt)
    {
        var (low, high) = (part.IndexOf(failedAt), part.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (search.Run(part[middle] + 1) >= 0) high = middle;
            else low = middle + 1;
        }

        return part[low];
    }

    private static Counterexample<TArgument, TResult> Explain<TState, TArgument, TResult>(
        SequentialModel<TState, TArgument, TResult> model, JustInTimeSearch<TState, TArgument, TResult> search,
        History<TArgument, TResult> history, object key, List<int> part, int at)
    {
        var alternatives = new SortedDictionary<int, IReadOnlyList<TResult>>();
        var answered = part.TakeWhile(each => each <= at).Where(each => history.Events[each].IsResponse).Select(each => history.Events[each].Operation);
        foreach (var operation in answered.TakeLast(ExplainedAnswers))
        {
            if (search.Run(at + 1, operation) < 0 && search.FreeAnswers().ToList() is { Count: > 0 } answers) alternatives[operation] = answers;
        }

        return new()
        {
            History = history.Prefix(at + 1),
            Operation = history.Events[at].Operation,
            Alternatives = alternatives,
            Calls = [.. part.TakeWhile(each => each <= at).Select(each => history.Events[each].Operation).Distinct()],
            Part = key,
        };
    }
}
