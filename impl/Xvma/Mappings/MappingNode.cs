namespace Xvma;

/// <summary>A node of the balanced tree behind a <see cref="MappingMap{TBacking}"/>: one mapping, those below it and those above.</summary>
/// <remarks>
/// The search key is copied out of the mapping and the fields a search reads come first, because a look-up among many costs what it misses in the
/// cache. Never changed after it is made: versions of a map share their nodes.
/// </remarks>
internal sealed class MappingNode<TBacking>
    where TBacking : class
{
    public readonly MappingNode<TBacking>? Left;
    public readonly MappingNode<TBacking>? Right;
    public readonly Mapping<TBacking> Mapping;

    /// <summary>First and last byte of the mapping.</summary>
    public readonly ulong First;
    public readonly ulong Last;

    /// <summary>First byte of the lowest mapping of the subtree, last byte of the highest.</summary>
    public readonly ulong TreeFirst;
    public readonly ulong TreeLast;

    /// <summary>Bytes of the longest gap between two neighbouring mappings of the subtree; 0 if all touch.</summary>
    public readonly ulong LongestGap;

    /// <summary>Nodes on the longest way down, this one included.</summary>
    public readonly int Height;

    public MappingNode(MappingNode<TBacking>? left, Mapping<TBacking> mapping, MappingNode<TBacking>? right)
    {
        Left = left;
        Right = right;
        Mapping = mapping;
        First = TreeFirst = mapping.First;
        Last = TreeLast = mapping.Last;
        if (left is not null)
        {
            TreeFirst = left.TreeFirst;
            LongestGap = AddressMath.Upper(left.LongestGap, First - left.TreeLast - 1);
            Height = left.Height;
        }

        if (right is not null)
        {
            TreeLast = right.TreeLast;
            LongestGap = AddressMath.Upper(LongestGap, AddressMath.Upper(right.LongestGap, right.TreeFirst - Last - 1));
            Height = Math.Max(Height, right.Height);
        }

        Height++;
    }
}
