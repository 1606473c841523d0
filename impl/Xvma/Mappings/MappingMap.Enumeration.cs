using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Xvma;

/// <content>Going through the mappings, by ascending address.</content>
[SuppressMessage("Naming", "CA1710", Justification = "A map of mappings: being enumerable does not make it a collection in name.")]
public sealed partial class MappingMap<TBacking> : IReadOnlyCollection<Mapping<TBacking>>
{
    /// <summary>All mappings.</summary>
    public IEnumerator<Mapping<TBacking>> GetEnumerator() => Ascending(0, ulong.MaxValue).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The mappings that share a byte with the range, whole. O(log n) to the first, O(1) each on average.</summary>
    public IEnumerable<Mapping<TBacking>> Overlapping(AddressRange range) =>
        range.IsEmpty ? [] : Ascending(range.Start.Value, range.Last.Value);

    private IEnumerable<Mapping<TBacking>> Ascending(ulong first, ulong last)
    {
        // What is still to come: each node on it stands for itself and all above it in its subtree.
        var pending = new Stack<MappingNode<TBacking>>(root?.Height ?? 0);
        Descend(root);
        while (pending.TryPop(out var node) && node.First <= last)
        {
            yield return node.Mapping;
            Descend(node.Right);
        }

        void Descend(MappingNode<TBacking>? node)
        {
            while (node is not null)
            {
                if (node.Last < first)
                {
                    node = node.Right;
                }
                else
                {
                    pending.Push(node);
                    node = node.Left;
                }
            }
        }
    }
}
