namespace Braid;

/// <summary>One step of a schedule as the search needs it.</summary>
internal struct Step
{
    public byte Thread;
    public OperationKind Kind;
    public Access Access;

    /// <summary>Whether it may change what the invariant of every step reads.</summary>
    public bool IsVisible;

    /// <summary>Whether time passed just before it: nobody could move, so that nothing before can come after.</summary>
    public bool AfterPause;

    public int Location;
    public int Choice;
    public long Low;
    public long High;

    /// <summary>What the location held before: says whether a waiting step could have moved there.</summary>
    public long Before;

    /// <summary>Ticket or value waited on.</summary>
    public long Value;

    /// <summary>What a compare-and-exchange of an integer expects.</summary>
    public long Expected;

    /// <summary>For a read of what its thread itself wrote last, in its store buffer or in memory: the number of that store, from 1; else 0.</summary>
    public int Source;

    /// <summary>For a store that reaches memory: its number among those of its thread, from 1.</summary>
    public int Number;

    /// <summary>How many stores of the thread must have reached memory before.</summary>
    public int Needs;

    /// <summary>Whether it is a store that enters the thread's buffer.</summary>
    public bool IsBuffered;

    /// <summary>Whether the order of the two can be seen. Symmetric; never asked of two steps of one thread.</summary>
    public static bool Dependent(in Step a, in Step b)
    {
        if (a.IsVisible && b.IsVisible) return true;
        if (a.Location != b.Location || a.Access <= Access.Forwarded || b.Access <= Access.Forwarded) return false;
        return Conflicts(in a, in b);
    }

    /// <summary>The same of two steps that touch one location.</summary>
    public static bool Conflicts(in Step a, in Step b) =>
        (Conflicts(a.Access, b.Access) && a.Low < b.High && b.Low < a.High) || (a.Access == Access.Send && b.Access == Access.Send);

    private static bool Conflicts(Access a, Access b) =>
        a == Access.Write || b == Access.Write ||
        (a == Access.Inspect && b == Access.Share) || (a == Access.Share && b == Access.Inspect) ||
        (a == Access.Send && b == Access.Receive) || (a == Access.Receive && b == Access.Send);
}
