namespace Braid;

/// <summary>A state of an exhaustive search, known by the decisions that lead to it.</summary>
internal sealed class SearchNode(SearchNode? parent, int thread, int choice)
{
    /// <summary>The state before, or null for the arranged one.</summary>
    public SearchNode? Parent { get; } = parent;

    /// <summary>Who moved from there to here.</summary>
    public int Thread { get; } = thread;

    /// <summary>What that move chose, if it was a choice.</summary>
    public int Choice { get; } = choice;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Who can move.</summary>
    public ulong Enabled;

    /// <summary>Whose moves were explored before this state was reached, and have not been touched since.</summary>
    public ulong Sleep;

    /// <summary>Whose moves are, or will be, explored from here.</summary>
    public ulong Backtrack;

    /// <summary>Whose moves have been explored from here, or are being.</summary>
    public ulong Explored;

    /// <summary>The thread that ran last on the way here, store buffers not counted; −1 at first.</summary>
    public int Runner = -1;

    /// <summary>Preemptions on the way here.</summary>
    public int Preemptions;
}
