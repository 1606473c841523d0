namespace Xvma;

/// <summary>The operations of the balanced tree: an AVL tree (the heights of two siblings differ by at most 1) of immutable nodes.</summary>
/// <remarks>
/// Everything is built on <see cref="Join"/>, after Blelloch, Ferizovic and Sun, "Just Join for Parallel Ordered Sets" (2016).
/// Recursion goes no deeper than the tree is high, at most 1.44 log2 n: 29 for a million mappings.
/// </remarks>
internal static class MappingTree<TBacking>
    where TBacking : class
{
    /// <summary>The tree with one more mapping, which overlaps none of its own.</summary>
    public static MappingNode<TBacking> Insert(MappingNode<TBacking>? tree, Mapping<TBacking> mapping)
    {
        if (tree is null)
            return new MappingNode<TBacking>(null, mapping, null);
        return mapping.First < tree.First
            ? Balance(Insert(tree.Left, mapping), tree.Mapping, tree.Right)
            : Balance(tree.Left, tree.Mapping, Insert(tree.Right, mapping));
    }

    /// <summary>The tree without the mapping that starts at <paramref name="first"/>, which is one of its own.</summary>
    public static MappingNode<TBacking>? Remove(MappingNode<TBacking> tree, ulong first)
    {
        if (first < tree.First)
            return Balance(Remove(tree.Left!, first), tree.Mapping, tree.Right);
        if (first > tree.First)
            return Balance(tree.Left, tree.Mapping, Remove(tree.Right!, first));
        if (tree.Right is null)
            return tree.Left;
        var right = RemoveLowest(tree.Right, out var lowest);
        return Balance(tree.Left, lowest, right);
    }

    /// <summary>Divides the tree into what starts below <paramref name="bound"/> and what starts at or above it.</summary>
    public static void Split(
        MappingNode<TBacking>? tree, ulong bound, out MappingNode<TBacking>? below, out MappingNode<TBacking>? above)
    {
        if (tree is null)
        {
            below = above = null;
        }
        else if (tree.First < bound)
        {
            Split(tree.Right, bound, out var inner, out above);
            below = Join(tree.Left, tree.Mapping, inner);
        }
        else
        {
            Split(tree.Left, bound, out below, out var inner);
            above = Join(inner, tree.Mapping, tree.Right);
        }
    }

    /// <summary>One tree of two, all of <paramref name="left"/> below all of <paramref name="right"/>.</summary>
    public static MappingNode<TBacking>? Concat(MappingNode<TBacking>? left, MappingNode<TBacking>? right)
    {
        if (left is null || right is null)
            return left ?? right;
        right = RemoveLowest(right, out var lowest);
        return Join(left, lowest, right);
    }

    /// <summary>One tree of two and a mapping between them, whatever their heights.</summary>
    public static MappingNode<TBacking> Join(MappingNode<TBacking>? left, Mapping<TBacking> mapping, MappingNode<TBacking>? right)
    {
        var difference = Height(left) - Height(right);
        if (difference > 1)
            return Balance(left!.Left, left.Mapping, Join(left.Right, mapping, right));
        if (difference < -1)
            return Balance(Join(left, mapping, right!.Left), right.Mapping, right.Right);
        return new MappingNode<TBacking>(left, mapping, right);
    }

    /// <summary>The mapping with the highest start that is not above <paramref name="address"/>, or null.</summary>
    public static MappingNode<TBacking>? AtOrBelow(MappingNode<TBacking>? tree, ulong address)
    {
        MappingNode<TBacking>? best = null;
        while (tree is not null)
        {
            if (address < tree.First)
            {
                tree = tree.Left;
            }
            else
            {
                best = tree;
                tree = tree.Right;
            }
        }

        return best;
    }

    private static MappingNode<TBacking>? RemoveLowest(MappingNode<TBacking> tree, out Mapping<TBacking> lowest)
    {
        if (tree.Left is null)
        {
            lowest = tree.Mapping;
            return tree.Right;
        }

        return Balance(RemoveLowest(tree.Left, out lowest), tree.Mapping, tree.Right);
    }

    // A node over two trees whose heights differ by at most 2: one rotation, or two, bring that back to 1.
    private static MappingNode<TBacking> Balance(MappingNode<TBacking>? left, Mapping<TBacking> mapping, MappingNode<TBacking>? right)
    {
        var difference = Height(left) - Height(right);
        if (difference > 1)
        {
            var inner = left!.Right;
            if (Height(left.Left) >= Height(inner))
                return new(left.Left, left.Mapping, new(inner, mapping, right));
            return new(new(left.Left, left.Mapping, inner!.Left), inner.Mapping, new(inner.Right, mapping, right));
        }

        if (difference < -1)
        {
            var inner = right!.Left;
            if (Height(right.Right) >= Height(inner))
                return new(new(left, mapping, inner), right.Mapping, right.Right);
            return new(new(left, mapping, inner!.Left), inner.Mapping, new(inner.Right, right.Mapping, right.Right));
        }

        return new(left, mapping, right);
    }

    private static int Height(MappingNode<TBacking>? tree) => tree?.Height ?? 0;
}
