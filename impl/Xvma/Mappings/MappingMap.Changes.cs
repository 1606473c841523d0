using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Xvma;

/// <content>Changes to a range: what it cuts through is split at the cut.</content>
public sealed partial class MappingMap<TBacking>
{
    /// <summary>
    /// The map without what it has in a range (MAP-5): whole mappings, parts of them, several of them with holes between, or nothing.
    /// </summary>
    /// <param name="range">What is to go.</param>
    /// <param name="after">The next version; this very one if nothing was there or the change is refused.</param>
    /// <param name="removed">What is gone, by ascending address: of a mapping that was split, the piece.</param>
    /// <returns><see cref="MappingRefusal.SplitsPage"/> if an end of the range lies inside a page of a mapping (MAP-7).</returns>
    public MappingRefusal TryRemove(AddressRange range, out MappingMap<TBacking> after, out ImmutableArray<Mapping<TBacking>> removed)
    {
        after = this;
        removed = [];
        if (CutsPage(range))
            return MappingRefusal.SplitsPage;

        after = Rewrite(range, null, out removed);
        return MappingRefusal.None;
    }

    /// <summary>The map with other rights for what it has in a range (MAP-6); holes in it are passed over.</summary>
    /// <param name="range">What is to change.</param>
    /// <param name="rights">The rights all of it is to have.</param>
    /// <param name="after">The next version; this very one if nothing changed or the change is refused.</param>
    /// <param name="changed">What has other rights now, by ascending address, as it was: of a mapping that was split, the piece.</param>
    /// <returns>
    /// <see cref="MappingRefusal.SplitsPage"/> if an end of the range lies inside a page of a mapping (MAP-7), whatever rights that has
    /// now: the answer depends on the place of the mappings only.
    /// </returns>
    /// <exception cref="ArgumentException">The rights are none of the named.</exception>
    public MappingRefusal TrySetRights(
        AddressRange range, Rights rights, out MappingMap<TBacking> after, out ImmutableArray<Mapping<TBacking>> changed)
    {
        if (!rights.IsKnown())
            throw new ArgumentException($"{rights} are no rights a mapping can have", nameof(rights));
        after = this;
        changed = [];
        if (CutsPage(range))
            return MappingRefusal.SplitsPage;

        after = Rewrite(range, rights, out changed);
        return MappingRefusal.None;
    }

    // Only a mapping at one of the two ends can be cut, everything between lies in the range whole.
    private bool CutsPage(AddressRange range) =>
        !range.IsEmpty
        && ((TryFind(range.Start, out var low) && low.WouldSplitPage(range))
            || (TryFind(range.Last, out var high) && high.WouldSplitPage(range)));

    // The map in which the range has other rights, or nothing (null). The pieces a cut leaves take the place of the mappings it went
    // through.
    private MappingMap<TBacking> Rewrite(AddressRange range, Rights? rights, out ImmutableArray<Mapping<TBacking>> changed)
    {
        changed = [];
        var affected = Overlapping(range);
        var pieces = ImmutableArray.CreateBuilder<Mapping<TBacking>>(affected.Length);
        var others = new List<MappingEntry>(2);
        var bytes = MappedBytes;
        foreach (var mapping in affected)
        {
            if (mapping.Rights == rights)
            {
                others.Add(MappingTree<TBacking>.EntryOf(mapping));
                continue;
            }

            var middle = mapping.Middle(range);
            pieces.Add(middle);
            AddUnlessNull(mapping.Head(range));
            AddUnlessNull(rights is { } asked ? middle.With(asked) : null);
            AddUnlessNull(mapping.Tail(range));
            bytes -= rights is null ? middle.Range.Length : 0;
        }

        if (pieces.Count == 0)
            return this;
        changed = pieces.DrainToImmutable();
        var tree = MappingTree<TBacking>.Replace(root, affected[0].First, affected[^1].First, CollectionsMarshal.AsSpan(others));
        return tree is null ? Empty : new(tree, Count - affected.Length + others.Count, bytes);

        void AddUnlessNull(Mapping<TBacking>? piece)
        {
            if (piece is not null)
                others.Add(MappingTree<TBacking>.EntryOf(piece));
        }
    }
}
