using System.Collections.Immutable;
using Xvma.Sync;

namespace Xvma;

/// <summary>Who has which id, as one immutable map published by one reference.</summary>
internal sealed class Registry<TSync, T>(CellName name)
    where TSync : struct, ISync
    where T : class
{
    private AtomicRef<TSync, ImmutableSortedDictionary<long, T>> entries = new(ImmutableSortedDictionary<long, T>.Empty, name);

    public ImmutableSortedDictionary<long, T> Entries => entries.Load()!;

    public T? Find(long id) => Entries.GetValueOrDefault(id);

    public void Add(long id, T entry)
    {
        while (true)
        {
            var seen = Entries;
            if (entries.TryChange(seen, seen.Add(id, entry))) return;
        }
    }

    /// <returns>Whether it was there; another may have removed it.</returns>
    public bool TryRemove(long id)
    {
        while (true)
        {
            var seen = Entries;
            if (entries.TryChange(seen, seen.Remove(id))) return seen.ContainsKey(id);
        }
    }
}
