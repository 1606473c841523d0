using System.Numerics;

namespace Xvma;

/// <summary>One place in a <see cref="MappingNode{TBacking}"/>: a mapping in a leaf, a subtree above.</summary>
/// <param name="first">The first byte of the mapping, or of the lowest of the subtree.</param>
/// <param name="last">The last byte of the mapping, or of the highest of the subtree.</param>
/// <param name="longestGap">
/// Bytes of the longest gap between two neighbouring mappings of the subtree; 0 if all touch, and for a mapping.
/// </param>
/// <param name="largestBlock">The largest k for which one of these gaps has 2^k bytes from a multiple of 2^k; 0 if all touch.</param>
/// <param name="item">The mapping or the node.</param>
internal readonly struct MappingEntry(ulong first, ulong last, ulong longestGap, int largestBlock, object item)
{
    public readonly object Item = item;
    public readonly ulong First = first;
    public readonly ulong Last = last;
    public readonly ulong LongestGap = longestGap;
    public readonly int LargestBlock = largestBlock;

    /// <summary>The largest aligned block within any of a node's entries or between two of them.</summary>
    public static int LargestBlockOf(ReadOnlySpan<MappingEntry> entries)
    {
        var largest = entries[0].LargestBlock;
        for (var i = 1; i < entries.Length; i++)
        {
            largest = Math.Max(largest, entries[i].LargestBlock);
            var gap = entries[i].First - entries[i - 1].Last - 1;
            if (gap >> largest > 1 || gap == 1UL << largest) largest = Math.Max(largest, BlockIn(entries[i - 1].Last + 1, gap));
        }

        return largest;
    }

    /// <summary>The longest gap within any of a node's entries or between two of them.</summary>
    public static ulong LongestGapOf(ReadOnlySpan<MappingEntry> entries)
    {
        var longest = entries[0].LongestGap;
        for (var i = 1; i < entries.Length; i++)
            longest = AddressMath.Upper(longest, AddressMath.Upper(entries[i].LongestGap, entries[i].First - entries[i - 1].Last - 1));
        return longest;
    }

    /// <summary>The largest k for which a range has 2^k bytes from a multiple of 2^k.</summary>
    /// <param name="start">Its first byte.</param>
    /// <param name="length">Its bytes, at least 1; it does not go past 2^64.</param>
    /// <remarks>Of 2^k bytes and more, wherever they begin, at least 2^(k − 1) are such a block; 2^k are when the next multiple is near enough.</remarks>
    public static int BlockIn(ulong start, ulong length)
    {
        var largest = BitOperations.Log2(length);
        var pad = (0UL - start) & ((1UL << largest) - 1);
        return pad <= length - (1UL << largest) ? largest : largest - 1;
    }
}
