namespace Xvma.Tests.Mappings;

/// <summary>
/// What a map of mappings means, said page by page of 4 KB over a small window of the address space and with no cleverness at all.
/// </summary>
internal sealed class PagewiseModel(ulong windowStart)
{
    public const int PageCount = 512;
    public const ulong PageBytes = 4096;

    // Pages of one mapping, and of no other, have one identity.
    public sealed record Page(int Identity, object Backing, ulong Offset, Rights Rights, PageSize Size);

    private readonly Page?[] pages = new Page?[PageCount];
    private int identities;

    /// <summary>A fault to put into the model on purpose: the last page of a removal is forgotten.</summary>
    public bool ForgetsLastPage { get; init; }

    public Page? this[int page] => pages[page];

    public ulong MappedBytes => (ulong)pages.Count(page => page is not null) * PageBytes;

    public int Count => pages.Where((page, i) => page is not null && (i == 0 || pages[i - 1]?.Identity != page.Identity)).Count();

    public bool TryInsert(Mapping<object> mapping)
    {
        var (first, last) = PagesOf(mapping.Range);
        if (pages[first..(last + 1)].Any(page => page is not null))
            return false;
        identities++;
        for (var i = first; i <= last; i++)
            pages[i] = new(identities, mapping.Backing, mapping.BackingOffset + ((ulong)(i - first) * PageBytes), mapping.Rights, mapping.PageSize);
        return true;
    }

    public bool CutsPage(AddressRange range)
    {
        var (first, last) = PagesOf(range);
        return Cuts(pages[first], range.Start.Value) || Cuts(pages[last], unchecked(range.Last.Value + 1));

        static bool Cuts(Page? page, ulong boundary) => page is not null && boundary % page.Size.Bytes != 0;
    }

    /// <summary>Takes a range away; gives the pages that are gone.</summary>
    public List<(int Number, Page Page)> Remove(AddressRange range)
    {
        var gone = Mapped(range);
        foreach (var (number, _) in ForgetsLastPage ? gone.SkipLast(1) : gone)
            pages[number] = null;
        return gone;
    }

    /// <summary>Gives a range other rights; gives the pages that had others, as they were.</summary>
    public List<(int Number, Page Page)> SetRights(AddressRange range, Rights rights)
    {
        var changed = Mapped(range).Where(page => page.Page.Rights != rights).ToList();
        var renamed = new Dictionary<int, int>();
        foreach (var (number, page) in changed)
        {
            if (!renamed.TryGetValue(page.Identity, out var identity))
                renamed[page.Identity] = identity = ++identities;
            pages[number] = page with { Identity = identity, Rights = rights };
        }

        return changed;
    }

    public AddressRange? FindFree(int pageCount, PageSize alignment, AddressRange region)
    {
        var (first, last) = PagesOf(region);
        for (var start = first; start + pageCount - 1 <= last; start++)
        {
            var address = windowStart + ((ulong)start * PageBytes);
            if (address % alignment.Bytes == 0 && pages[start..(start + pageCount)].All(page => page is null))
                return new AddressRange(new(address), (ulong)pageCount * PageBytes);
        }

        return null;
    }

    public (int First, int Last) PagesOf(AddressRange range) =>
        ((int)((range.Start.Value - windowStart) / PageBytes), (int)((range.Last.Value - windowStart) / PageBytes));

    private List<(int Number, Page Page)> Mapped(AddressRange range)
    {
        // Where the range ends inside a page that nobody maps, that page is no part of the answer anyway.
        var (first, last) = PagesOf(range);
        return [.. Enumerable.Range(first, last - first + 1).Where(i => pages[i] is not null).Select(i => (i, pages[i]!))];
    }
}
