using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Xvma;

/// <content>Going through the mappings, by ascending address.</content>
[SuppressMessage("Naming", "CA1710", Justification = "A map of mappings: being enumerable does not make it a collection in name.")]
public sealed partial class MappingMap<TBacking> : IReadOnlyCollection<Mapping<TBacking>>
{
    /// <summary>All mappings.</summary>
    public IEnumerator<Mapping<TBacking>> GetEnumerator() => ((IEnumerable<Mapping<TBacking>>)Between(0, ulong.MaxValue)).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The mappings that share a byte with the range, whole. O(log n), and O(1) more for each.</summary>
    public ImmutableArray<Mapping<TBacking>> Overlapping(AddressRange range) =>
        range.IsEmpty ? [] : Between(range.Start.Value, range.Last.Value);

    private ImmutableArray<Mapping<TBacking>> Between(ulong first, ulong last)
    {
        if (root is null)
            return [];
        var found = ImmutableArray.CreateBuilder<Mapping<TBacking>>(first == 0 && last == ulong.MaxValue ? Count : 1);
        Collect(root, first, last, found);
        return found.DrainToImmutable();
    }

    private static void Collect(MappingNode<TBacking> node, ulong first, ulong last, ImmutableArray<Mapping<TBacking>>.Builder found)
    {
        // The entry that starts at or below the first byte may reach it; what starts after the last byte cannot.
        for (int at = Math.Max(node.CountUpTo(first) - 1, 0), end = node.CountUpTo(last); at < end; at++)
        {
            if (!node.IsLeaf)
                Collect(node.AsBranch()[at], first, last, found);
            else if (node.AsLeaf()[at] is var mapping && mapping.Last >= first)
                found.Add(mapping);
        }
    }
}
