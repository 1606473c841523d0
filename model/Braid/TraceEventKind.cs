namespace Braid;

/// <summary>What a <see cref="TraceEvent"/> is.</summary>
public enum TraceEventKind
{
    /// <summary>A call begins; what follows up to its end is nested in it.</summary>
    Begin,

    /// <summary>The innermost call ends.</summary>
    End,

    /// <summary>A remark between two steps.</summary>
    Note,
}
