using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>
/// Walks through all permutations of the elements of some sorts by swapping neighbours, each permutation once: Steinhaus, Johnson and Trotter's
/// order for each sort, forwards and backwards in turn.
/// </summary>
internal static class Transpositions
{
    /// <summary>How many permutations there may be: each successor is compared under all of them.</summary>
    public const int Most = 5040;

    /// <summary>Which neighbours are swapped, one pair after the other: the sort's position among <paramref name="sizes"/>, the first of the pair.</summary>
    public static ImmutableArray<(int Sort, int First)> Walk(ReadOnlySpan<int> sizes)
    {
        ImmutableArray<(int, int)> walk = [];
        for (var sort = 0; sort < sizes.Length; sort++)
        {
            var (joined, inner) = (ImmutableArray.CreateBuilder<(int, int)>(), walk);
            joined.AddRange(inner);
            foreach (var first in Swaps(sizes[sort]))
            {
                joined.Add((sort, first));
                inner = [.. inner.Reverse()];
                joined.AddRange(inner);
            }

            walk = joined.ToImmutable();
        }

        return walk;
    }

    private static List<int> Swaps(int count)
    {
        var swaps = new List<int>();
        var elements = Enumerable.Range(0, count).ToArray();
        var looksRight = new bool[count];
        while (true)
        {
            var moving = -1;
            for (var at = 0; at < count; at++)
            {
                var ahead = at + (looksRight[elements[at]] ? 1 : -1);
                if (ahead >= 0 && ahead < count && elements[ahead] < elements[at] && (moving < 0 || elements[at] > elements[moving])) moving = at;
            }

            if (moving < 0) return swaps;
            var element = elements[moving];
            var to = moving + (looksRight[element] ? 1 : -1);
            swaps.Add(Math.Min(moving, to));
            (elements[moving], elements[to]) = (elements[to], elements[moving]);
            for (var larger = element + 1; larger < count; larger++) looksRight[larger] = !looksRight[larger];
        }
    }
}
