namespace Braid;

/// <remarks>
/// What a suspended thread is about to do is written down, operands and all. So whoever runs can take its turn: the operation acts on its cell and goes into
/// the thread's log, where the thread meets it when it goes on. That saves a hand-over and the way back, which are most of what a step of a random walk costs.
/// What the thread does next is not known then; that is asked when it is drawn again. The steps are the same ones, in the same order. What fails between two
/// operations of a thread fails as late as that; the record of a failure, for which its decisions are followed thread by thread, has it where it is.
/// </remarks>
internal abstract partial class Execution
{
    /// <summary>
    /// Whether turns may be taken: of threads that share nothing outside of cells. What others do between two steps would come too late for who looks at
    /// anything else.
    /// </summary>
    protected abstract bool TakesTurns { get; }

    /// <summary>Threads whose turn somebody else took, and which have not gone on since: it is not known what they are about to do, nor whether they can.</summary>
    public ulong Behind { get; private set; }

    /// <summary>Performs the pending operation of a thread that is not on top, if that is one on a cell and nobody looks on.</summary>
    private bool TakeTurnOf(int thread)
    {
        if (!TakesTurns || !chooser.DrawsBlindly || !firstKnown || isBuffered || hasInvariant || recorder is not null || observer is not null) return false;
        var own = logs[thread];
        ref var operation = ref pending[thread];
        var isInteger = operation.Kind is >= OperationKind.Load and <= OperationKind.Or;
        if (!isInteger && operation.Kind is < OperationKind.LoadReference or > OperationKind.ExchangeReference) return false;

        // One that has not begun in this schedule: what it does by itself comes before its first operation, and an object may be one of an earlier schedule.
        if (own.Length == 0 && (!isInteger || spins is not null || (localFirst >> thread & 1) != 0)) return false;
        Turn(thread);
        if (isInteger) ActFor(thread, in operation, own);
        else ActOnReferenceFor(thread, in operation, own);
        var bit = 1UL << thread;
        plain &= ~bit;
        Behind |= bit;
        return true;
    }

    private void ActFor(int thread, in Operation operation, ThreadLog own)
    {
        TakeInteger(thread, operation.Kind, operation.Location, operation.Expected);
        ref var cell = ref values[operation.Location];
        var before = cell;
        own.Add(LogEntry.KeyOf(operation.Kind, operation.Location), ActOnInteger(operation.Kind, ref cell, operation.Value, operation.Expected));
        if (WatchesLoops) NoteSpin(thread, before, cell);
    }

    private void ActOnReferenceFor(int thread, in Operation operation, ThreadLog own)
    {
        Take(thread);
        ref var cell = ref references[operation.Location];
        var before = cell;
        own.Add(LogEntry.KeyOf(operation.Kind, operation.Location), ActOnReference(operation.Kind, ref cell, operation.Reference, operation.ExpectedReference));
        if (WatchesLoops) NoteSpin(thread, before, cell);
    }

    /// <summary>The turn may be that of a thread that is behind: it goes on to its next operation, and then who has the turn is asked again.</summary>
    private bool CatchesUp(int thread)
    {
        var bit = 1UL << thread;
        if ((Behind & bit) == 0) return false;
        Behind &= ~bit;
        unstarted |= bit;
        return true;
    }
}
