namespace Braid;

/// <summary>
/// What a recorded schedule knows of places: who touches which, and what a block of memory that it names is called now. Operations on a place
/// that no two threads share can come and go without a say in the order of the others; so these, and only these, are passed over.
/// </summary>
internal sealed class RecordedPlaces
{
    private const string Memory = "memory ";
    private const string Offset = " + 0x";
    private const string All = "all of ";                        // a block and every word of it; a cell is its own block

    private readonly Dictionary<string, int> users = [];         // the one thread that touches a place; −1 for several
    private readonly Dictionary<string, string> now = [];        // a recorded block and what stands there now
    private readonly Dictionary<string, string> then = [];
    private readonly HashSet<string> whole = [];                 // blocks of which more than one word is touched at once
    private readonly bool namesAreNumbers;
    private readonly bool isLenient;

    /// <param name="schedule">The schedule.</param>
    /// <param name="isLenient">Whether blocks of memory may have other names now than recorded.</param>
    public RecordedPlaces(Schedule schedule, bool isLenient)
    {
        namesAreNumbers = schedule.FormatVersion < Schedule.StableMemoryNames;
        this.isLenient = isLenient || namesAreNumbers;
        foreach (var (thread, kind, location, _) in schedule.Decisions)
        {
            if (location.Length == 0) continue;
            Use(location, thread);
            var block = BlockOf(location);
            Use(All + block, thread);
            if (TouchesAll(kind)) whole.Add(block);
        }
    }

    /// <summary>Whether what stands there now is the place recorded. A block of memory stays what it was once found to be.</summary>
    public bool IsSame(string recorded, string found)
    {
        if (!isLenient || !recorded.StartsWith(Memory, StringComparison.Ordinal) || !found.StartsWith(Memory, StringComparison.Ordinal)) return recorded == found;
        var (old, current) = (BlockOf(recorded), BlockOf(found));
        if (!recorded.AsSpan(old.Length).SequenceEqual(found.AsSpan(current.Length))) return false;
        if (now.TryGetValue(old, out var known)) return known == current;
        if (!then.TryAdd(current, old)) return false;
        now.Add(old, current);
        return true;
    }

    /// <summary>Whether another thread touches the place of a recorded decision.</summary>
    public bool IsShared(Decision recorded) => IsShared(recorded.Kind, recorded.Location, recorded.Thread);

    /// <summary>The same of what a thread stands before, the place being called as it is now.</summary>
    /// <param name="found">What it stands before.</param>
    /// <param name="thread">The thread by its number in the schedule.</param>
    public bool IsSharedNow(Decision found, int thread)
    {
        var block = BlockOf(found.Location);
        if (then.TryGetValue(block, out var recorded)) return IsShared(found.Kind, recorded + found.Location[block.Length..], thread);
        // Until it is known which block this is, it may be any of those that others use.
        return namesAreNumbers && block.StartsWith(Memory, StringComparison.Ordinal)
            ? users.Any(each => each.Value != thread && each.Key.StartsWith(Memory, StringComparison.Ordinal) && !now.ContainsKey(BlockOf(each.Key)))
            : IsShared(found.Kind, found.Location, thread);
    }

    // What frees, copies or fills touches more words of a block than its name says.
    private bool IsShared(OperationKind kind, string location, int thread)
    {
        var block = BlockOf(location);
        var place = TouchesAll(kind) || whole.Contains(block) ? All + block : location;
        return location.Length > 0 && users.TryGetValue(place, out var user) && user != thread;
    }

    private void Use(string place, int thread)
    {
        if (!users.TryAdd(place, thread) && users[place] != thread) users[place] = -1;
    }

    private static bool TouchesAll(OperationKind kind) =>
        kind is OperationKind.ReleaseMemory or OperationKind.CopyFrom or OperationKind.CopyTo or OperationKind.FillMemory;

    private static string BlockOf(string location) =>
        location.StartsWith(Memory, StringComparison.Ordinal) && location.IndexOf(Offset, StringComparison.Ordinal) is var at and >= 0 ? location[..at] : location;
}
