namespace Braid;

/// <summary>Takes the decisions of executions from outside of the explorer.</summary>
public abstract class Driver
{
    /// <summary>Answer of <see cref="Next"/>: the rest of the execution does not matter.</summary>
    public const int Stop = -1;

    /// <summary>Who moves.</summary>
    /// <param name="moves">What everybody who has not ended is about to do; at least one can be done.</param>
    /// <param name="timePassed">Whether nobody could move until time passed.</param>
    /// <returns>The <see cref="PendingMove.Mover"/> of one that can move, or <see cref="Stop"/>.</returns>
    public abstract int Next(ReadOnlySpan<PendingMove> moves, bool timePassed);

    /// <summary>Which of <paramref name="count"/> alternatives a <see cref="OperationKind.Choose"/> that was told to move takes, from 0.</summary>
    public abstract int Choose(int count);
}
