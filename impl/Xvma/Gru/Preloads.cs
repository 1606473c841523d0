namespace Xvma;

/// <summary>The pages beyond a faulting one that a copy is going to read next, as far as their translations can be had without waiting (FLT-13).</summary>
internal static class Preloads<TSync>
    where TSync : struct, Sync.ISync
{
    /// <summary>Whether a fault may have any: the machine preloads, the instruction reads on, and the mapping is known.</summary>
    public static bool MayBe(GruContext<TSync> context, Fault fault, AddressRange mapping) =>
        context.Parts.Options.PreloadPages != 0 && fault.Beyond != 0 && mapping.Length != 0;

    /// <summary>
    /// Pages of the same mapping with memory, in a row. With the right to read alone: who writes them misses, and the fault decides. No frame is
    /// pinned: it is given back after a purge of this chiplet, which makes the dropin, and so these, ineffective.
    /// </summary>
    /// <param name="entries">Where they are put.</param>
    /// <param name="context">The context of the fault.</param>
    /// <param name="binding">Its configuration.</param>
    /// <param name="fault">The fault, as it was read before the look-up.</param>
    /// <param name="page">The faulting page.</param>
    /// <param name="memory">What is behind its mapping.</param>
    /// <param name="shift">The page size.</param>
    /// <param name="index">The faulting page's number in the memory.</param>
    /// <param name="mapping">The range of the mapping; empty for an attachment, whose next page is another question to its owner's map.</param>
    public static ReadOnlySpan<TlbEntry> Of(
        Span<TlbEntry> entries, GruContext<TSync> context, Binding<TSync> binding, Fault fault, AddressRange page, OwnMemory<TSync> memory, int shift, long index, AddressRange mapping)
    {
        var most = context.Parts.Options.PreloadPages;
        var last = Math.Min(fault.Address.Value + (fault.Beyond - 1), mapping.Last.Value);
        var pages = (int)Math.Min((ulong)most, (last - page.Start.Value) >> shift);
        for (var next = 0; next < pages; next++)
        {
            if (memory.Find(index + next + 1) is not { } frame) return entries[..next];
            var there = new AddressRange(page.Start + ((ulong)(next + 1) << shift), page.Length);
            entries[next] = frame.TranslationOf(binding.AsidsOf(there.Start.Value), there, Rights.Read, binding.Elsewhere(memory));
        }

        return entries[..pages];
    }
}
