namespace Braid.Checker;

/// <summary>
/// Who has been seen to stand before what at each location. A location is quiet as long as only one mover has an operation there, or nobody has one
/// that another could notice.
/// </summary>
/// <remarks>
/// A move at a quiet location can be taken first without leaving anything out. Suppose it is, and everything that can follow is looked at. If an
/// execution that puts the move off were to meet the location, take the first operation in it that does: all before it commute with the move, so
/// that it stands there, able to move or not, after the move too, was looked at, and the location is not quiet. Then the enumeration starts again.
/// </remarks>
internal sealed class Places
{
    private readonly Dictionary<int, Use> uses = [];
    private readonly HashSet<int> reliedOn = [];

    /// <summary>Whether a location has turned out not to be quiet on which the enumeration has relied.</summary>
    public bool IsVoid { get; private set; }

    /// <summary>Begins an enumeration anew, with what is known.</summary>
    public void Restart()
    {
        reliedOn.Clear();
        IsVoid = false;
    }

    /// <summary>Takes note of what somebody stands before.</summary>
    public void Note(in PendingMove move)
    {
        if (Dependency.IsPrivate(in move)) return;
        var place = Ordering.PlaceOf(in move);
        var use = uses.GetValueOrDefault(place, new(move.Mover, false, true, true));
        var now = new Use(
            use.Mover, use.IsShared || use.Mover != move.Mover, use.OnlyLooks && Dependency.OnlyLooks(in move), use.OnlyPasses && Dependency.OnlyPasses(in move));
        if (now == use && uses.ContainsKey(place)) return;
        uses[place] = now;
        if (!now.IsQuiet && reliedOn.Contains(place)) IsVoid = true;
    }

    /// <summary>Whether a move that has been noted can be taken before all others; the caller does so.</summary>
    public bool CanGoFirst(in PendingMove move)
    {
        if (Dependency.IsPrivate(in move)) return true;
        var place = Ordering.PlaceOf(in move);
        if (!uses[place].IsQuiet) return false;
        reliedOn.Add(place);
        return true;
    }

    private readonly record struct Use(int Mover, bool IsShared, bool OnlyLooks, bool OnlyPasses)
    {
        public bool IsQuiet => !IsShared || OnlyLooks || OnlyPasses;
    }
}
