namespace Xvma;

/// <summary>Changes to the tree of a map: each makes new nodes on the ways down to where the change is and shares the others.</summary>
/// <remarks>Recursion goes no deeper than the tree is high: with at least four entries a node, 10 for a million mappings.</remarks>
internal static class MappingTree<TBacking>
    where TBacking : class
{
    /// <summary>
    /// The tree without the mappings that start from <paramref name="low"/> to <paramref name="high"/>, and with others, ascending, in
    /// their place.
    /// </summary>
    public static MappingNode<TBacking>? Replace(
        MappingNode<TBacking>? root, ulong low, ulong high, ReadOnlySpan<MappingEntry> others)
    {
        var level = root is null ? Pack(others.ToArray(), areMappings: true) : Splice(root, low, high, others);
        while (level.Length > 1)
            level = Pack(level, areMappings: false);
        if (level.Length == 0)
            return null;
        var top = (MappingNode<TBacking>)level[0].Item;
        while (!top.IsLeaf && top.Count == 1)
            top = top.AsBranch()[0];
        return top;
    }

    /// <summary>A mapping as an entry of a leaf.</summary>
    public static MappingEntry EntryOf(Mapping<TBacking> mapping) => new(mapping.First, mapping.Last, 0, 0, mapping);

    // What takes the node's place on its level: none, one, or several nodes.
    private static MappingEntry[] Splice(MappingNode<TBacking> node, ulong low, ulong high, ReadOnlySpan<MappingEntry> others)
    {
        var entries = node.Entries;
        var upToHigh = node.CountUpTo(high);
        var belowLow = low == 0 ? 0 : node.CountUpTo(low - 1);
        if (node.IsLeaf)
            return Pack([.. entries[..belowLow], .. others, .. entries[upToHigh..]], areMappings: true);

        // A subtree that starts below the low end may reach into the range; those strictly between the two ends go whole.
        var from = Math.Max(belowLow - 1, 0);
        var to = Math.Max(upToHigh - 1, from);
        var middle = Splice(node.AsBranch()[from], low, high, others);
        if (to > from)
            middle = [.. middle, .. Splice(node.AsBranch()[to], low, high, [])];
        MappingEntry[] level = [.. entries[..from], .. middle, .. entries[(to + 1)..]];
        return Pack(Fill(level, from, middle.Length), areMappings: false);
    }

    // Merges each of some nodes of a level that has too few entries with a neighbour, if it has one.
    private static MappingEntry[] Fill(MappingEntry[] level, int from, int count)
    {
        for (var at = from; at < from + count && at < level.Length && level.Length > 1;)
        {
            var node = (MappingNode<TBacking>)level[at].Item;
            if (node.Count >= MappingNode<TBacking>.Fewest)
            {
                at++;
                continue;
            }

            var left = Math.Max(at - 1, 0);
            var merged = Merge((MappingNode<TBacking>)level[left].Item, (MappingNode<TBacking>)level[left + 1].Item);
            level = [.. level.AsSpan(0, left), .. merged, .. level.AsSpan(left + 2)];
            count -= 2 - merged.Length;
        }

        return level;
    }

    private static MappingEntry[] Merge(MappingNode<TBacking> left, MappingNode<TBacking> right)
    {
        MappingEntry[] entries = [.. left.Entries, .. right.Entries];
        // A node left with a single subtree could not fill that: now it has neighbours.
        return left.IsLeaf ? Pack(entries, areMappings: true) : Pack(Fill(entries, 0, entries.Length), areMappings: false);
    }

    // As few nodes as hold the entries, evenly filled.
    private static MappingEntry[] Pack(MappingEntry[] entries, bool areMappings)
    {
        if (entries.Length == 0)
            return [];
        if (entries.Length <= MappingNode<TBacking>.Capacity)
            return [NodeOf(entries, areMappings).Entry];
        var nodes = new MappingEntry[(entries.Length + MappingNode<TBacking>.Capacity - 1) / MappingNode<TBacking>.Capacity];
        for (int i = 0, start = 0; i < nodes.Length; i++)
        {
            var end = (int)((long)entries.Length * (i + 1) / nodes.Length);
            nodes[i] = NodeOf(entries[start..end], areMappings).Entry;
            start = end;
        }

        return nodes;
    }

    private static MappingNode<TBacking> NodeOf(MappingEntry[] entries, bool areMappings) =>
        areMappings ? new MappingLeaf<TBacking>(entries) : new MappingBranch<TBacking>(entries);
}
