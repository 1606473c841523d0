namespace Xvma;

/// <summary>What a monitor has found of a partition (PAR-2).</summary>
public enum Heartbeat
{
    /// <summary>It has beaten since the last look, or this look is the first.</summary>
    Beating,

    /// <summary>It has not beaten since the last look, and has looks left.</summary>
    Missed,

    /// <summary>It has not beaten for as many looks as it had, and is declared failed by this one.</summary>
    Failed,
}
