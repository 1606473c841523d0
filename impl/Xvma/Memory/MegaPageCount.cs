namespace Xvma;

/// <summary>How many mega pages of one size there are.</summary>
/// <param name="Size">The size.</param>
/// <param name="InUse">Pages of this size in use.</param>
/// <param name="Free">Blocks of this size that are free, and not part of a larger one that is.</param>
public readonly record struct MegaPageCount(PageSize Size, long InUse, long Free);
