namespace Tenet.Explore;

/// <summary>Finds the representative of a state's orbit: the least of all states that differ in the names of elements only. For one thread.</summary>
/// <remarks>
/// The whole orbit is looked at, so states of one orbit always have one representative, and the states found are as many as there are orbits.
/// </remarks>
internal sealed unsafe class Symmetry : IDisposable
{
    private readonly SwapMethod[] walk;
    private readonly int words;
    private readonly ulong* original;
    private readonly ulong* one;
    private readonly ulong* other;
    private readonly int order;

    public Symmetry(SymmetryGroup group)
    {
        walk = [.. group.Walk];
        words = group.Words;
        order = group.Order;
        original = (ulong*)HugeMemory.Allocate((nuint)(24 * words));
        one = original + words;
        other = one + words;
    }

    /// <summary>Replaces a state by the representative of its orbit.</summary>
    /// <returns>How many states the orbit has.</returns>
    public int Represent(ulong* state)
    {
        for (var word = 0; word < words; word++) original[word] = one[word] = state[word];
        var (same, now, next) = (1, (nint)one, (nint)other);
        foreach (var swap in walk)
        {
            swap((ulong*)now, (ulong*)next);
            (now, next) = (next, now);
            var permuted = (ulong*)now;
            if (StateSpace.AreEqual(permuted, original, words)) same++;
            if (!IsLess(permuted, state)) continue;
            for (var word = 0; word < words; word++) state[word] = permuted[word];
        }

        return order / same;
    }

    public void Dispose() => HugeMemory.Free(original);

    private bool IsLess(ulong* a, ulong* b)
    {
        for (var word = 0; word < words; word++)
        {
            if (a[word] != b[word]) return a[word] < b[word];
        }

        return false;
    }
}
