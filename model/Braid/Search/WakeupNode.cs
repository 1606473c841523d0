namespace Braid;

/// <summary>A state of the optimal search, known by the move that leads to it.</summary>
/// <param name="parent">The state before, or null for the arranged one.</param>
internal sealed class WakeupNode(WakeupNode? parent)
{
    /// <summary>The state before, or null for the arranged one.</summary>
    public WakeupNode? Parent { get; } = parent;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>The move from there to here.</summary>
    public Step Move;

    /// <summary>Moves from states above that are explored elsewhere, and that nothing on the way here has noticed.</summary>
    public WakeupNode[] Asleep = [];

    /// <summary>The states after this one, in the order of the search; null when there is one at most that nobody has to find.</summary>
    public List<WakeupNode>? Children;

    /// <summary>Position among the parent's children.</summary>
    public int Ordinal;

    /// <summary>How many of the children, from the first, are explored completely.</summary>
    public int Closed;

    /// <summary>Who can move.</summary>
    public ulong Enabled;

    /// <summary>Whether all that follows is explored from here on, whatever is found elsewhere.</summary>
    public bool IsLeaf => Asleep.Length == 0;

    /// <summary>Adds a state after all others that follow this one.</summary>
    /// <param name="child">Whose <see cref="Parent"/> is this one.</param>
    /// <param name="first">The one state known so far, if it was not kept.</param>
    public void Add(WakeupNode child, WakeupNode? first)
    {
        if (Children is null)
        {
            Children = [];
            if (first is not null) Children.Add(first);
        }

        child.Ordinal = Children.Count;
        Children.Add(child);
    }

    /// <summary>Whether this state comes before <paramref name="other"/> in the order of the search; neither is below the other.</summary>
    public bool IsLeftOf(WakeupNode other)
    {
        var (one, two) = (this, other);
        while (one.Depth > two.Depth) one = one.Parent!;
        while (two.Depth > one.Depth) two = two.Parent!;
        while (one.Parent != two.Parent) (one, two) = (one.Parent!, two.Parent!);
        return one.Ordinal < two.Ordinal;
    }

    /// <summary>All to the left of the way here is explored: nobody has to find it any more.</summary>
    public void CloseLeft()
    {
        for (var node = this; node.Parent is { } above; node = above)
        {
            for (; above.Closed < node.Ordinal; above.Closed++) above.Children![above.Closed].Children = null;
        }
    }
}
