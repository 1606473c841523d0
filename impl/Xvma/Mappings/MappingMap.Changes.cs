using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Xvma;

/// <content>Changes to a range: what it cuts through is split at the cut.</content>
public sealed partial class MappingMap<TBacking>
{
    /// <summary>The map without what it has in a range (MAP-5): whole mappings, parts of them, several of them with holes between, or nothing.</summary>
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

        // One mapping is by far the most frequent case, and cheaper than dividing the tree: the ways down from the root are copied, nothing more.
        if (TryFindOnly(range, out var only))
        {
            removed = [only.Middle(range)];
            after = Replace(only, only.Head(range), null, only.Tail(range));
        }
        else if (Overlaps(range))
        {
            (after, removed) = RemoveSeveral(range);
        }

        return MappingRefusal.None;
    }

    /// <summary>The map with other rights for what it has in a range (MAP-6); holes in it are passed over.</summary>
    /// <param name="range">What is to change.</param>
    /// <param name="rights">The rights all of it is to have.</param>
    /// <param name="after">The next version; this very one if nothing changed or the change is refused.</param>
    /// <param name="changed">What has other rights now, by ascending address, as it was: of a mapping that was split, the piece.</param>
    /// <returns>
    /// <see cref="MappingRefusal.SplitsPage"/> if an end of the range lies inside a page of a mapping (MAP-7), whatever rights that has now:
    /// the answer depends on the place of the mappings only.
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

        var pieces = ImmutableArray.CreateBuilder<Mapping<TBacking>>();
        foreach (var mapping in Overlapping(range))
        {
            if (mapping.Rights == rights)
                continue;
            var middle = mapping.Middle(range);
            pieces.Add(middle);
            after = after.Replace(mapping, mapping.Head(range), middle.With(rights), mapping.Tail(range));
        }

        changed = pieces.DrainToImmutable();
        return MappingRefusal.None;
    }

    // Only a mapping at one of the two ends can be cut, everything between lies in the range whole.
    private bool CutsPage(AddressRange range) =>
        !range.IsEmpty
        && ((TryFind(range.Start, out var low) && low.WouldSplitPage(range))
            || (TryFind(range.Last, out var high) && high.WouldSplitPage(range)));

    // The only mapping that overlaps the range, if there is exactly one.
    private bool TryFindOnly(AddressRange range, [NotNullWhen(true)] out Mapping<TBacking>? only)
    {
        only = null;
        if (range.IsEmpty || MappingTree<TBacking>.AtOrBelow(root, range.Last.Value) is not { } highest || highest.Last < range.Start.Value)
            return false;
        only = highest.Mapping;
        return highest.First <= range.Start.Value
            || MappingTree<TBacking>.AtOrBelow(root, highest.First - 1) is not { } next || next.Last < range.Start.Value;
    }

    // The pieces of a mapping in its place, or only some of them.
    private MappingMap<TBacking> Replace(
        Mapping<TBacking> mapping, Mapping<TBacking>? head, Mapping<TBacking>? middle, Mapping<TBacking>? tail)
    {
        var tree = MappingTree<TBacking>.Remove(root!, mapping.First);
        var count = Count - 1;
        var bytes = MappedBytes - mapping.Range.Length;
        foreach (var piece in (ReadOnlySpan<Mapping<TBacking>?>)[head, middle, tail])
        {
            if (piece is null)
                continue;
            tree = MappingTree<TBacking>.Insert(tree, piece);
            count++;
            bytes += piece.Range.Length;
        }

        return tree is null ? Empty : new(tree, count, bytes);
    }

    // The tree is divided before and after the range; the pieces outside it go back as the seams the two sides are joined by.
    private (MappingMap<TBacking> After, ImmutableArray<Mapping<TBacking>> Removed) RemoveSeveral(AddressRange range)
    {
        var removed = ImmutableArray.CreateBuilder<Mapping<TBacking>>();
        var bytes = MappedBytes;
        var count = Count;
        Mapping<TBacking>? head = null;
        Mapping<TBacking>? tail = null;
        foreach (var mapping in Overlapping(range))
        {
            head ??= mapping.Head(range);
            tail = mapping.Tail(range);
            var piece = mapping.Middle(range);
            removed.Add(piece);
            bytes -= piece.Range.Length;
            count--;
        }

        var low = head?.First ?? range.Start.Value;
        MappingTree<TBacking>.Split(root, low, out var below, out var rest);
        MappingNode<TBacking>? above = null;
        if (range.Last.Value != ulong.MaxValue)
            MappingTree<TBacking>.Split(rest, range.Last.Value + 1, out _, out above);
        if (head is not null)
        {
            below = MappingTree<TBacking>.Insert(below, head);
            count++;
        }

        if (tail is not null)
        {
            above = MappingTree<TBacking>.Insert(above, tail);
            count++;
        }

        var tree = MappingTree<TBacking>.Concat(below, above);
        return (tree is null ? Empty : new(tree, count, bytes), removed.DrainToImmutable());
    }
}
