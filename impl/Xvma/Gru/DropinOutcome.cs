namespace Xvma;

/// <summary>What an attempt to resolve a fault came to.</summary>
internal enum DropinOutcome
{
    /// <summary>The translation is in the TLB and the instruction restarts.</summary>
    Done,

    /// <summary>There is no fault (any more) that this caller is to handle.</summary>
    Stale,

    /// <summary>The context is not loaded, or must be reconfigured by a caller that may wait.</summary>
    Reload,

    /// <summary>An invalidation of the address space is under way.</summary>
    RangeActive,

    /// <summary>The look-up was overtaken: by a purge of this chiplet, or by the release of the page. Look again.</summary>
    Overtaken,

    /// <summary>The instruction ends in an exception.</summary>
    Exception,
}
