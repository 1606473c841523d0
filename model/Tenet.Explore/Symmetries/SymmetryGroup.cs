using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>All permutations of the interchangeable elements of an instance, compiled. Shared by all workers.</summary>
internal sealed class SymmetryGroup
{
    /// <exception cref="InstanceException">There are too many permutations, or the states at first tell elements apart.</exception>
    public SymmetryGroup(CompiledSystem system)
    {
        var instance = system.Ground.Instance;
        var sizes = instance.Interchangeable.Select(system.Ground.Setting.Size).ToArray();
        var count = sizes.Aggregate(1.0, (product, size) => product * Enumerable.Range(1, size).Aggregate(1.0, (a, b) => a * b));
        if (count > Transpositions.Most) throw new InstanceException($"{instance.Name}: {count:G3} permutations of interchangeable elements, more than {Transpositions.Most}");
        foreach (var sort in instance.Interchangeable) RequireUntold(system.Ground, sort);
        Order = (int)count;
        Words = system.Packing.Words;
        var swaps = new Dictionary<(int Sort, int First), SwapMethod>();
        foreach (var (sort, first) in Transpositions.Walk(sizes))
        {
            if (!swaps.ContainsKey((sort, first)))
                swaps.Add((sort, first), SwapCompiler.Compile(system.Ground, system.Packing, instance.Interchangeable[sort], first));
        }

        Walk = [.. Transpositions.Walk(sizes).Select(swap => swaps[swap])];
    }

    /// <summary>How many permutations there are.</summary>
    public int Order { get; }

    /// <summary>Swaps that lead through all of them but the first, which changes nothing.</summary>
    public ImmutableArray<SwapMethod> Walk { get; }

    /// <summary>Words of a state.</summary>
    public int Words { get; }

    private static void RequireUntold(GroundSystem system, Sort sort)
    {
        var initial = system.Initial.Select(state => string.Join(' ', state)).ToHashSet();
        for (var first = 0; first + 1 < system.Setting.Size(sort); first++)
        {
            if (system.Initial.Any(state => !initial.Contains(string.Join(' ', Swapping.State(system.Cells, state, sort, first)))))
                throw new InstanceException($"{system.Instance.Name}: elements of {sort} are not interchangeable: the states at first tell them apart");
        }
    }
}
