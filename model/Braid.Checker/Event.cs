namespace Braid.Checker;

/// <summary>One step of an execution, and what happens before it.</summary>
internal sealed record Event
{
    /// <summary>What it was.</summary>
    public required PendingMove Move { get; init; }

    /// <summary>What was chosen; 0 if it was no choice.</summary>
    public required int Choice { get; init; }

    /// <summary>Whether nobody could move just before.</summary>
    public required bool TimePassed { get; init; }

    /// <summary>If it read what its own thread stored last, from the buffer or from memory: which store of the thread that was, from 1; else 0.</summary>
    public required int OwnStore { get; init; }

    /// <summary>For each mover how many of its steps happen before this one, this one counted.</summary>
    public required int[] Past { get; init; }

    public int Mover => Move.Mover;
}
