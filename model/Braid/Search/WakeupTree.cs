namespace Braid;

/// <summary>Where in the tree of sequences a new one belongs.</summary>
internal static class WakeupTree
{
    /// <summary>
    /// Goes down from <paramref name="node"/> along what is explored, or will be, as long as that can be the beginning of <paramref name="sequence"/>.
    /// </summary>
    /// <param name="node">The state that the sequence can follow.</param>
    /// <param name="origin">The state after it below which the sequence was found: what is left of it is explored on its own.</param>
    /// <param name="sequence">The sequence; what is already there is taken out of it.</param>
    /// <param name="more">States that are known to one task only; null for none.</param>
    /// <param name="covered">
    /// When it is covered already by what begins with one of its first steps: the index of that step. Every sequence with this step covers it,
    /// whatever else it holds.
    /// </param>
    /// <returns>The state to put the rest of the sequence after, or null when what it asks for is covered.</returns>
    public static WakeupNode? Find(
        WakeupNode node, WakeupNode origin, WakeupSequence sequence, Dictionary<WakeupNode, List<WakeupNode>>? more, out int covered)
    {
        covered = int.MaxValue;
        var start = node;
        while (true)
        {
            foreach (var move in node.Asleep)
            {
                if (!sequence.CanBegin(move)) continue;
                if (node == start) covered = sequence.IndexOf(move.Move.Thread);
                return null;
            }

            var next = node.Children is { } children ? Begins(children, sequence) : null;
            if (next is null && more is not null && more.TryGetValue(node, out var others)) next = Begins(others, sequence);
            if (next is null) return node;
            if (next.IsLeaf || (node == start && next.Ordinal <= origin.Ordinal))
            {
                if (node == start) covered = sequence.IndexOf(next.Move.Thread);
                return null;
            }

            sequence.Remove(next);
            if (sequence.Count == 0) return null;
            node = next;
        }
    }

    private static WakeupNode? Begins(List<WakeupNode> children, WakeupSequence sequence)
    {
        foreach (var child in children)
        {
            if (sequence.CanBegin(child)) return child;
        }

        return null;
    }

    /// <summary>Puts as much of <paramref name="sequence"/> after <paramref name="node"/> as it takes until no move is asleep.</summary>
    /// <param name="node">The state.</param>
    /// <param name="only">The state after it that is known so far, if it was not kept.</param>
    /// <param name="sequence">What is to follow.</param>
    /// <param name="beside">States after it that the moves of are explored elsewhere too; null for none.</param>
    /// <param name="top">The new state right after <paramref name="node"/>.</param>
    /// <returns>The leaf.</returns>
    public static WakeupNode Grow(WakeupNode node, WakeupNode? only, WakeupSequence sequence, List<WakeupNode>? beside, out WakeupNode top)
    {
        List<WakeupNode> asleep = [.. node.Asleep];
        if (node.Children is not null) asleep.AddRange(node.Children);
        else if (only is not null) asleep.Add(only);
        if (beside is not null) asleep.AddRange(beside);
        foreach (var other in asleep)
        {
            // Another value of a choice already explored: nothing sees it, so it may as well be made now.
            if (other.Move.Kind == OperationKind.Choose && (sequence.Movers >> other.Move.Thread & 1) != 0) sequence.PutFirst(other.Move.Thread);
        }

        top = null!;
        var leaf = node;
        for (var position = 0; position < sequence.Count; position++)
        {
            var child = new WakeupNode(leaf) { Move = sequence[position] };
            for (var index = asleep.Count - 1; index >= 0; index--)
            {
                var sleeper = asleep[index];
                if (sleeper.Move.Thread == child.Move.Thread || sequence.Notices(in sleeper.Move, position)) asleep.RemoveAt(index);
                else if (sequence.Uncovers(in sleeper.Move, position)) asleep[index] = new(null) { Move = sleeper.Move with { Access = Access.Read } };
            }

            child.Asleep = [.. asleep];
            if (position == 0) top = child;
            else leaf.Add(child, null);
            leaf = child;
            if (asleep.Count == 0) break;
        }

        return leaf;
    }
}
