namespace Xvma.Proofs;

/// <summary>What the in-tree GRU driver does in place of a table. Here to be refuted, never to be used.</summary>
public static class InTreeDriver
{
    /// <summary>Its formula for the code of a page size (<c>GRU_PAGESIZE</c>): no table, so that is not asked.</summary>
    public static int CodeOf(ulong low, ulong high, int shift) => ((shift > 20 ? shift + 2 : shift) >> 1) - 6;
}
