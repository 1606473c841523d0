using Braid;

namespace Xvma.Model.Coyote;

/// <summary>Orders that differ from one in a single hand-over from thread to thread, which comes a few operations earlier or later; the last hand-overs first, since failures lie at the end.</summary>
internal static class NearOrders
{
    private const int Furthest = 4;

    public static IEnumerable<IReadOnlyList<Decision>> Of(IReadOnlyList<Decision> order)
    {
        var starts = Enumerable.Range(0, order.Count).Where(i => i == 0 || order[i].Thread != order[i - 1].Thread).Append(order.Count).ToList();
        for (var distance = 1; distance <= Furthest; distance++)
        {
            for (var block = starts.Count - 3; block >= 0; block--)
            {
                var (first, second, end) = (starts[block], starts[block + 1], starts[block + 2]);
                // The first thread stops earlier, and does the rest when the second has stopped.
                if (second - first >= distance) yield return Moved(order, second - distance, second, end);
                // The second thread stops earlier: it has begun before the first stopped.
                if (end - second >= distance) yield return Moved(order, first, second, second + distance);
            }
        }
    }

    /// <summary>With [from, middle) behind [middle, to).</summary>
    private static IReadOnlyList<Decision> Moved(IReadOnlyList<Decision> order, int from, int middle, int to) =>
        [.. order.Take(from), .. order.Skip(middle).Take(to - middle), .. order.Skip(from).Take(middle - from), .. order.Skip(to)];
}
