namespace Xvma;

/// <summary>Where a task stands in its life (TSK-7): alive, then exiting, then dead; never back.</summary>
public enum TaskState
{
    /// <summary>It may do everything.</summary>
    Alive,

    /// <summary>It is being torn down; its operations are refused and its instructions end in an exception.</summary>
    Exiting,

    /// <summary>It holds nothing any more.</summary>
    Dead,
}
