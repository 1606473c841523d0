using Xvma.Sync;

namespace Xvma;

/// <summary>
/// The translations that have led to a frame: a fault of a page that was in a TLB before puts the same immutable entry there again, and allocates nothing. Which
/// of them a TLB holds, or may, nobody learns here.
/// </summary>
/// <remarks>
/// As many as there are spaces, chiplets and rights that reach the frame, up to <see cref="Most"/>; one more, and it begins anew, which also forgets the entries
/// of ASIDs that have been given up.
/// </remarks>
internal struct Translations<TSync>
    where TSync : struct, ISync
{
    /// <summary>How many are remembered of one frame.</summary>
    public const int Most = 16;

    private Memo<TSync, TlbEntry[]> known;

    /// <summary>The entry that says this of the frame: one made before, or a new one.</summary>
    /// <param name="asids">The ASIDs of the page's space.</param>
    /// <param name="page">The page.</param>
    /// <param name="frame">The frame, always the same.</param>
    /// <param name="rights">What the entry allows.</param>
    /// <param name="elsewhere">The partition whose memory it is, or <see cref="TlbEntry.Here"/>.</param>
    public TlbEntry Of(AsidBlock asids, AddressRange page, Frame<TSync> frame, Rights rights, int elsewhere)
    {
        var before = known.Recall();
        foreach (var entry in before ?? [])
        {
            if (entry.Says(asids, page, rights, elsewhere)) return entry;
        }

        var made = new TlbEntry(asids, page, frame.Address, frame.Id, rights, elsewhere);
        known.Remember(before is null || before.Length == Most ? [made] : [.. before, made]);
        return made;
    }
}
