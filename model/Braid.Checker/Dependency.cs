namespace Braid.Checker;

/// <summary>
/// Which operations of two threads on one location must keep their order, one row for each kind of object, as the documentation of
/// <see cref="OperationKind"/> has it.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Cells and memory: two accesses of the same words, of which one changes them. A comparison that fails changes nothing.</item>
/// <item>Mutexes: taking and releasing change the mutex; an attempt that fails only looks.</item>
/// <item>
/// Reader-writer locks: readers come and go without seeing each other; writers and those who ask to write are seen by all. An attempt to read
/// that fails looks at the writer; one to write that fails looks at the readers too.
/// </item>
/// <item>Wait queues: taking a ticket and sleeping look at the queue; waking changes it.</item>
/// <item>Mailboxes: sendings are in order; a message is received after it was sent, and what is sent meanwhile does not matter.</item>
/// <item>Choices, delays, and fences of one thread are nobody else's business.</item>
/// <item>A heavy fence looks for stores that are in a buffer: stores enter buffers before or after it, unseen by each other.</item>
/// </list>
/// </remarks>
internal static class Dependency
{
    private enum Role
    {
        /// <summary>Touches nothing that others can see.</summary>
        Nothing,

        /// <summary>Sees the value.</summary>
        Looks,

        /// <summary>Sees the value, and who comes and goes.</summary>
        LooksClosely,

        /// <summary>Comes or goes: a reader of a lock, a store that enters a buffer.</summary>
        Passes,

        /// <summary>Changes the value.</summary>
        Changes,
    }

    /// <summary>Whether the order of two moves of different movers at the same location can be seen.</summary>
    public static bool IsSeen(in PendingMove one, in PendingMove other)
    {
        if (one.Kind is OperationKind.Send or OperationKind.Receive && other.Kind is OperationKind.Send or OperationKind.Receive)
        {
            var bothSend = one.Kind == OperationKind.Send && other.Kind == OperationKind.Send;
            return bothSend || (one.Kind != other.Kind && one.Message == other.Message);
        }

        var (mine, theirs) = (RoleOf(in one), RoleOf(in other));
        if (mine == Role.Nothing || theirs == Role.Nothing) return false;
        var isChange = mine == Role.Changes || theirs == Role.Changes
            || (mine == Role.LooksClosely && theirs == Role.Passes) || (mine == Role.Passes && theirs == Role.LooksClosely);
        return isChange && (one.EntersBuffer || other.EntersBuffer || (one.FirstWord < other.EndWord && other.FirstWord < one.EndWord));
    }

    /// <summary>Whether a move touches nothing that anybody else could see or change.</summary>
    public static bool IsPrivate(in PendingMove move) => RoleOf(in move) == Role.Nothing;

    /// <summary>Whether a move leaves its location as others see it.</summary>
    public static bool OnlyLooks(in PendingMove move) => RoleOf(in move) is Role.Nothing or Role.Looks;

    /// <summary>Whether it only comes or goes, which others who do no more do not see.</summary>
    public static bool OnlyPasses(in PendingMove move) => RoleOf(in move) is Role.Nothing or Role.Passes;

    /// <summary>Whether a move may change what an invariant reads there.</summary>
    public static bool MayBeWatched(in PendingMove move) => RoleOf(in move) is Role.Passes or Role.Changes && !move.EntersBuffer;

    private static Role RoleOf(in PendingMove move)
    {
        if (move.EntersBuffer) return Role.Passes;
        switch (move.Kind)
        {
            case OperationKind.Choose or OperationKind.Delay or OperationKind.Fence or OperationKind.FenceHeavyEnd:
                return Role.Nothing;
            case OperationKind.Load or OperationKind.LoadReference or OperationKind.SpinWhileEqual or OperationKind.LoadMemory or OperationKind.CopyFrom:
            case OperationKind.PrepareToWait or OperationKind.Wait:
                return Role.Looks;
            case OperationKind.CompareExchange or OperationKind.CompareExchangeReference or OperationKind.CompareExchangeMemory or OperationKind.TryEnter:
                return move.Succeeds ? Role.Changes : Role.Looks;
            case OperationKind.EnterRead or OperationKind.ExitRead:
                return Role.Passes;
            case OperationKind.TryEnterRead:
                return move.Succeeds ? Role.Passes : Role.Looks;
            case OperationKind.TryEnterWrite:
                return move.Succeeds ? Role.Changes : Role.LooksClosely;
            case OperationKind.FenceHeavy:
                return Role.LooksClosely;
            default:
                return Role.Changes;
        }
    }
}
