namespace Xvma;

/// <content>What must hold of the tree, checked from scratch.</content>
public sealed partial class MappingMap<TBacking>
{
    /// <summary>The first thing found wrong with the map, or null. Goes through all of it: for tests and diagnostics.</summary>
    public string? FindFlaw()
    {
        var count = 0;
        var bytes = 0UL;
        Mapping<TBacking>? previous = null;
        foreach (var mapping in this)
        {
            if (previous is not null && previous.Last >= mapping.First)
                return $"{mapping} is not above {previous}";
            previous = mapping;
            count++;
            bytes += mapping.Range.Length;
        }

        if (count != Count || bytes != MappedBytes)
            return $"says {Count} mappings and {MappedBytes} bytes, has {count} and {bytes}";
        return root is null ? null : FindFlaw(root, root, out _);
    }

    private static string? FindFlaw(MappingNode<TBacking> node, MappingNode<TBacking> top, out int height)
    {
        height = 0;
        var entries = node.Entries;
        if (entries.Length is 0 or > MappingNode<TBacking>.Capacity || (node != top && entries.Length < MappingNode<TBacking>.Fewest))
            return $"a node of {entries.Length} entries";
        if (node == top && !node.IsLeaf && entries.Length == 1)
            return "a root with a single subtree";

        var gap = 0UL;
        for (var i = 0; i < entries.Length; i++)
        {
            var below = 0;
            if (node.CountUpTo(entries[i].First) != i + 1)
                return $"entry {i} is not found by its key";
            if (!node.IsLeaf && FindSubtreeFlaw(node.AsBranch(), i, top, out below) is { } flaw)
                return flaw;
            if (i > 0 && below != height)
                return $"subtrees {below} and {height} levels high side by side";
            height = below;
            gap = Math.Max(gap, Math.Max(entries[i].LongestGap, i == 0 ? 0 : entries[i].First - entries[i - 1].Last - 1));
        }

        height++;
        var block = MappingEntry.LargestBlockOf(entries);
        if (block != node.Entry.LargestBlock) return $"a largest block of 2^{block} said to be 2^{node.Entry.LargestBlock}";
        return gap == node.Entry.LongestGap ? null : $"a longest gap of {gap} said to be {node.Entry.LongestGap}";
    }

    private static string? FindSubtreeFlaw(MappingBranch<TBacking> node, int at, MappingNode<TBacking> top, out int height)
    {
        var (said, real) = (node.Entries[at], node[at].Entry);
        var flaw = FindFlaw(node[at], top, out height);
        return flaw ?? (said.First == real.First && said.Last == real.Last && said.LongestGap == real.LongestGap && said.LargestBlock == real.LargestBlock
            ? null
            : $"the entry of the subtree from {new ExtendedAddress(real.First)} says otherwise");
    }
}
