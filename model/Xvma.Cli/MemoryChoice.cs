namespace Xvma.Cli;

/// <summary>Under which memory models scenarios are explored.</summary>
internal enum MemoryChoice
{
    /// <summary>Sequential consistency, and total store order too where that does not take minutes.</summary>
    Usual,

    /// <summary>Sequential consistency.</summary>
    Sc,

    /// <summary>Total store order.</summary>
    Tso,

    /// <summary>One after the other.</summary>
    Both,
}
