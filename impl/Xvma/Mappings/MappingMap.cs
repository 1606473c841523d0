using System.Diagnostics.CodeAnalysis;

namespace Xvma;

/// <summary>The mappings of one address space, by address: no two share a byte (MAP-3).</summary>
/// <remarks>
/// Immutable (MAP-10): a change gives the next version, which shares all but O(log n) nodes with this one, so a reader that holds a version
/// sees a consistent map however many changes are published meanwhile. Neighbouring mappings are never merged.
/// </remarks>
/// <typeparam name="TBacking">What holds the memory of the mappings.</typeparam>
public sealed partial class MappingMap<TBacking>
    where TBacking : class
{
    private readonly MappingNode<TBacking>? root;

    private MappingMap(MappingNode<TBacking>? root, int count, ulong mappedBytes)
    {
        this.root = root;
        Count = count;
        MappedBytes = mappedBytes;
    }

    /// <summary>The map of no mappings.</summary>
    public static MappingMap<TBacking> Empty { get; } = new(null, 0, 0);

    /// <summary>The number of mappings.</summary>
    public int Count { get; }

    /// <summary>The bytes all mappings have together (modulo 2^64, which only a map of everything reaches).</summary>
    public ulong MappedBytes { get; }

    internal MappingNode<TBacking>? Root => root;

    /// <summary>The mapping an address lies in, or false if it lies in none. Allocates nothing; O(log n).</summary>
    public bool TryFind(ExtendedAddress address, [NotNullWhen(true)] out Mapping<TBacking>? mapping)
    {
        mapping = AtOrBelow(address.Value);
        if (mapping is not null && mapping.Last >= address.Value)
            return true;
        mapping = null;
        return false;
    }

    /// <summary>Whether any byte of the range is mapped. O(log n).</summary>
    public bool Overlaps(AddressRange range) =>
        !range.IsEmpty && AtOrBelow(range.Last.Value) is { } mapping
        && AddressMath.Overlaps(mapping.First, mapping.Last, range.Start.Value, range.Last.Value);

    /// <summary>Whether every byte of the range is mapped. O(log n), and O(1) more for each mapping in it.</summary>
    public bool Covers(AddressRange range)
    {
        if (range.IsEmpty)
            return false;
        var next = range.Start.Value;
        foreach (var mapping in Overlapping(range))
        {
            if (mapping.First > next)
                return false;
            if (mapping.Last >= range.Last.Value)
                return true;
            next = mapping.Last + 1;
        }

        return false;
    }

    /// <summary>
    /// The lowest free place in a region: aligned, and with room for a length (MAP-4). O(log n), unless gaps are as long, have room for
    /// some aligned pages, and not for all.
    /// </summary>
    /// <param name="length">The bytes wanted, at least 1.</param>
    /// <param name="alignment">What the place must be a boundary of.</param>
    /// <param name="region">Where to look.</param>
    /// <param name="free">The place found.</param>
    /// <returns>False if there is none, or the length is 0.</returns>
    public bool FindFree(ulong length, PageSize alignment, AddressRange region, out AddressRange free)
    {
        var start = 0UL;
        var found = length != 0 && !region.IsEmpty
            && new FreeSpace<TBacking>(length, alignment.Shift, region).TryFind(root, out start);
        free = found ? new AddressRange(new(start), length) : default;
        return found;
    }

    /// <summary>The map with one more mapping.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="after">The next version; this one if refused.</param>
    /// <returns><see cref="MappingRefusal.Overlaps"/> if it would share a byte with another (MAP-3).</returns>
    public MappingRefusal TryInsert(Mapping<TBacking> mapping, out MappingMap<TBacking> after)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        after = this;
        if (Overlaps(mapping.Range))
            return MappingRefusal.Overlaps;
        var tree = MappingTree<TBacking>.Replace(root, mapping.First, mapping.First, [MappingTree<TBacking>.EntryOf(mapping)]);
        after = new(tree, Count + 1, MappedBytes + mapping.Range.Length);
        return MappingRefusal.None;
    }

    /// <summary>How many mappings there are and how many bytes they have.</summary>
    public override string ToString() => $"{Count} {(Count == 1 ? "mapping" : "mappings")}, {ByteUnits.Text(MappedBytes)}";

    // The mapping with the highest start that is not above an address, or null.
    private Mapping<TBacking>? AtOrBelow(ulong address)
    {
        var node = root;
        while (node is not null)
        {
            if (node.IsLeaf)
            {
                var leaf = node.AsLeaf();
                var at = leaf.CountKeysUpTo(address) - 1;
                return at < 0 ? null : leaf[at];
            }

            // Below the first key of all: the lowest leaf says so.
            var branch = node.AsBranch();
            node = branch[Math.Max(branch.CountKeysUpTo(address) - 1, 0)];
        }

        return null;
    }
}
