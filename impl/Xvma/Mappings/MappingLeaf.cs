using System.Runtime.CompilerServices;

namespace Xvma;

/// <summary>The mappings of a part of the address space, by ascending address.</summary>
/// <remarks>
/// Keys and references lie in the object itself, and nothing else does: with many mappings the leaves are most of the tree, and how much of
/// it the cache holds is what a look-up takes. What a change needs beyond that, it reads from the mappings.
/// </remarks>
internal sealed class MappingLeaf<TBacking> : MappingNode<TBacking>
    where TBacking : class
{
    private readonly Keys firsts;
    private readonly Items mappings;
    private readonly ulong longestGap;
    private readonly int largestBlock;
    private readonly int count;

    public MappingLeaf(ReadOnlySpan<MappingEntry> entries)
        : base(isLeaf: true)
    {
        count = entries.Length;
        longestGap = MappingEntry.LongestGapOf(entries);
        largestBlock = MappingEntry.LargestBlockOf(entries);
        ((Span<ulong>)firsts).Fill(ulong.MaxValue);
        for (var i = 0; i < entries.Length; i++)
        {
            firsts[i] = entries[i].First;
            mappings[i] = (Mapping<TBacking>)entries[i].Item;
        }
    }

    public override int Count => count;

    public override MappingEntry Entry => new(firsts[0], mappings[count - 1].Last, longestGap, largestBlock, this);

    public override ReadOnlySpan<MappingEntry> Entries
    {
        get
        {
            var entries = new MappingEntry[count];
            for (var i = 0; i < count; i++)
                entries[i] = MappingTree<TBacking>.EntryOf(mappings[i]);
            return entries;
        }
    }

    /// <summary>The mapping at a place.</summary>
    public Mapping<TBacking> this[int at] => mappings[at];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountKeysUpTo(ulong address) => Math.Min(Keys.CountUpTo(in firsts, address), count);

    [InlineArray(Capacity)]
    private struct Items
    {
        private Mapping<TBacking> first;
    }
}
