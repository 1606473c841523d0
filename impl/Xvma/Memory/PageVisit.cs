namespace Xvma;

/// <summary>What a walk over a page table does with the frames it meets.</summary>
internal enum PageVisit
{
    /// <summary>Leaves them where they are.</summary>
    Look,

    /// <summary>Takes them out.</summary>
    Take,
}
