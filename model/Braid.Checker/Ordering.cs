namespace Braid.Checker;

/// <summary>
/// The happens-before relation of an execution, by its definition: every earlier step is looked at, and those that come directly before are joined
/// with what comes before them.
/// </summary>
/// <param name="threads">Number of threads; under total store order the store buffers are numbered after them.</param>
/// <param name="movers">Number of movers.</param>
/// <param name="isWatched">Whether an invariant reads a location after every step.</param>
internal sealed class Ordering(int threads, int movers, Func<int, bool> isWatched)
{
    private readonly List<Event> events = [];

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<Event> Events => events;

    private bool IsBuffered => movers > threads;

    /// <summary>Begins with the steps of an execution that is to be continued.</summary>
    public void Restart(IEnumerable<Event> of)
    {
        events.Clear();
        events.AddRange(of);
    }

    /// <summary>Adds a step.</summary>
    public Event Add(in PendingMove move, int choice, bool timePassed)
    {
        var past = new int[movers];
        var lastPause = timePassed ? events.Count : events.FindLastIndex(step => step.TimePassed);
        var causes = IsBuffered ? CausesOf(in move) : [];
        var ownStore = IsBuffered && IsCellRead(move.Kind) ? OwnStoreSeen(in move) : 0;
        for (var at = 0; at < events.Count; at++)
        {
            var earlier = events[at];
            if (earlier.Mover == move.Mover || at < lastPause || causes.Contains(at) || IsBefore(earlier, in move, ownStore)) Join(past, earlier.Past);
        }

        past[move.Mover]++;
        var added = new Event { Move = move, Choice = choice, TimePassed = timePassed, OwnStore = ownStore, Past = past };
        events.Add(added);
        return added;
    }

    private static void Join(int[] past, int[] theirs)
    {
        for (var mover = 0; mover < past.Length; mover++) past[mover] = Math.Max(past[mover], theirs[mover]);
    }

    /// <summary>Whether the order of an earlier step and the new one, of another mover, can be seen.</summary>
    private bool IsBefore(Event step, in PendingMove move, int ownStore)
    {
        var earlier = step.Move;
        if (Dependency.MayBeWatched(in earlier) && isWatched(earlier.Location) && Dependency.MayBeWatched(in move) && isWatched(move.Location)) return true;
        if (PlaceOf(in earlier) != PlaceOf(in move)) return false;

        // A read of the thread's own last store is the same whether that store is still in the buffer or in memory already: no write comes before
        // it, and of the writes of others those come after it that overwrite the store.
        if (ownStore != 0) return false;
        var isOwn = earlier.Mover + threads == move.Mover || move.Mover + threads == earlier.Mover;
        if (step.OwnStore != 0) return !isOwn && !Dependency.OnlyLooks(in move) && FlushesOf(earlier.Mover).Count() >= step.OwnStore;

        // Any other read of a cell and a store of the same thread to it: the order of the program says enough.
        return !(isOwn && (IsCellRead(earlier.Kind) || IsCellRead(move.Kind))) && Dependency.IsSeen(in earlier, in move);
    }

    /// <summary>Stores that enter a buffer meet heavy fences, wherever they go to, and nothing at their destination before they reach memory.</summary>
    public static int PlaceOf(in PendingMove move) => move.EntersBuffer || move.Kind == OperationKind.FenceHeavy ? -1 : move.Location;

    /// <summary>
    /// The steps that the new one waits for: a store reaches memory after it entered its buffer, a locked instruction comes after the stores of its
    /// thread, and the end of a heavy fence after all stores that were in any buffer at its beginning.
    /// </summary>
    private HashSet<int> CausesOf(in PendingMove move)
    {
        var causes = new HashSet<int>();
        if (move.Kind == OperationKind.Flush)
        {
            var thread = move.Mover - threads;
            causes.Add(StoresOf(thread).ElementAt(FlushesOf(thread).Count()));
        }
        else if (move.Kind == OperationKind.FenceHeavyEnd)
        {
            var mover = move.Mover;
            var begun = events.FindLastIndex(step => step.Mover == mover);
            for (var thread = 0; thread < threads; thread++)
            {
                var stores = StoresOf(thread).Count(at => at < begun);
                if (stores > 0) causes.Add(FlushesOf(thread).ElementAt(stores - 1));
            }
        }
        else if (move.StoresAwaited > 0)
        {
            causes.Add(FlushesOf(move.Mover).ElementAt(move.StoresAwaited - 1));
        }

        return causes;
    }

    /// <summary>Which store of its own thread a read of a cell sees, from 1; 0 when it sees what another has written, or what was there at first.</summary>
    private int OwnStoreSeen(in PendingMove read)
    {
        var (thread, location) = (read.Mover, read.Location);
        var stores = StoresOf(thread).ToList();
        var latest = 1 + stores.FindLastIndex(at => events[at].Move.Location == location);
        if (latest == 0 || latest > FlushesOf(thread).Count()) return latest;
        var written = events.FindLast(step => step.Move.Location == location && !step.Move.EntersBuffer && !Dependency.OnlyLooks(step.Move));
        return written!.Mover == thread + threads ? latest : 0;
    }

    private IEnumerable<int> StoresOf(int thread) => Where(step => step.Mover == thread && step.Move.EntersBuffer);

    private IEnumerable<int> FlushesOf(int thread) => Where(step => step.Mover == thread + threads);

    private IEnumerable<int> Where(Predicate<Event> isWanted)
    {
        for (var at = 0; at < events.Count; at++)
        {
            if (isWanted(events[at])) yield return at;
        }
    }

    private static bool IsCellRead(OperationKind kind) => kind is OperationKind.Load or OperationKind.LoadReference or OperationKind.SpinWhileEqual;
}
