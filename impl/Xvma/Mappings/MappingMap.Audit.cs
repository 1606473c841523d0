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
        return FindFlaw(root);
    }

    private static string? FindFlaw(MappingNode<TBacking>? node)
    {
        if (node is null)
            return null;
        var (left, right) = (node.Left, node.Right);
        if (node.First != node.Mapping.First || node.Last != node.Mapping.Last)
            return $"the node's key is not that of {node.Mapping}";
        if (node.TreeFirst != (left?.TreeFirst ?? node.First) || node.TreeLast != (right?.TreeLast ?? node.Last))
            return $"wrong bounds at {node.Mapping}";
        var (leftHeight, rightHeight) = (left?.Height ?? 0, right?.Height ?? 0);
        if (node.Height != Math.Max(leftHeight, rightHeight) + 1 || Math.Abs(leftHeight - rightHeight) > 1)
            return $"out of balance at {node.Mapping}: height {node.Height} over {leftHeight} and {rightHeight}";

        ulong[] gaps =
        [
            left?.LongestGap ?? 0, left is null ? 0 : node.First - left.TreeLast - 1,
            right?.LongestGap ?? 0, right is null ? 0 : right.TreeFirst - node.Last - 1,
        ];
        if (node.LongestGap != gaps.Max())
            return $"wrong gap at {node.Mapping}: {node.LongestGap}, not {gaps.Max()}";
        return FindFlaw(left) ?? FindFlaw(right);
    }
}
