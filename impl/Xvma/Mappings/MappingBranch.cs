using System.Runtime.CompilerServices;

namespace Xvma;

/// <summary>Subtrees, by ascending address, with what a search for free space must know of each.</summary>
internal sealed class MappingBranch<TBacking> : MappingNode<TBacking>
    where TBacking : class
{
    private readonly Keys firsts;
    private readonly MappingEntry[] entries;
    private readonly ulong longestGap;
    private readonly int largestBlock;

    /// <summary>Makes a branch, which owns the array from now on.</summary>
    public MappingBranch(MappingEntry[] entries)
        : base(isLeaf: false)
    {
        this.entries = entries;
        longestGap = MappingEntry.LongestGapOf(entries);
        largestBlock = MappingEntry.LargestBlockOf(entries);
        ((Span<ulong>)firsts).Fill(ulong.MaxValue);
        for (var i = 0; i < entries.Length; i++)
            firsts[i] = entries[i].First;
    }

    public override int Count => entries.Length;

    public override MappingEntry Entry => new(entries[0].First, entries[^1].Last, longestGap, largestBlock, this);

    public override ReadOnlySpan<MappingEntry> Entries => entries;

    /// <summary>The subtree at a place.</summary>
    public MappingNode<TBacking> this[int at]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.As<MappingNode<TBacking>>(entries[at].Item);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountKeysUpTo(ulong address) => Math.Min(Keys.CountUpTo(in firsts, address), entries.Length);
}
