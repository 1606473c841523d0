namespace Braid;

/// <summary>Which moves an exhaustive search tries from a state.</summary>
internal enum SearchKind
{
    /// <summary>One, and those that races ask for; none that sleeps.</summary>
    SourceSets,

    /// <summary>All that do not sleep.</summary>
    SleepSets,

    /// <summary>All within the preemption bound.</summary>
    Plain,
}
