using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Braid;

/// <summary>
/// The bytes behind the addresses that the explorer hands out: sparse, so that a reservation of a terabyte costs nothing until it is written,
/// and restored to the arranged contents before each schedule.
/// </summary>
/// <remarks>An address is a block's number and an offset. Whether a block is live is not kept here but in the block's cell.</remarks>
internal sealed class TrackedMemory
{
    private const int OffsetBits = 44;
    private const int PageBits = 12;
    private const int PageBytes = 1 << PageBits;

    private readonly Dictionary<long, byte[]> pages = [];
    private readonly Dictionary<long, byte[]> arranged = [];
    private readonly HashSet<long> written = [];
    private readonly Stack<byte[]> spare = new();

    public const long MaxBlockBytes = 1L << OffsetBits;

    public static long AddressOf(int block) => (long)block << OffsetBits;

    public static int BlockOf(long address) => (int)(address >>> OffsetBits);

    public static long OffsetOf(long address) => address & (MaxBlockBytes - 1);

    public ulong Read(long address, int width)
    {
        if (!pages.TryGetValue(address >> PageBits, out var page)) return 0;
        var bytes = page.AsSpan((int)(address & (PageBytes - 1)), width);
        return width switch
        {
            8 => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
            4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            _ => bytes[0],
        };
    }

    public void Write(long address, int width, ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        bytes[..width].CopyTo(PageForWriting(address >> PageBits).AsSpan((int)(address & (PageBytes - 1))));
    }

    public void Fill(long address, long length, byte value)
    {
        foreach (var (page, start, count) in PagesOf(address, length))
        {
            if (value == 0 && !pages.ContainsKey(page)) continue;
            PageForWriting(page).AsSpan(start, count).Fill(value);
        }
    }

    /// <summary>What is there now, for a copy whose second half comes later.</summary>
    public MemoryImage ImageOf(long address, long length)
    {
        var image = new MemoryImage();
        foreach (var (page, start, count) in PagesOf(address, length))
        {
            if (pages.TryGetValue(page, out var bytes))
                image.Add((page << PageBits) + start - address, bytes.AsSpan(start, count).ToArray());
        }

        return image;
    }

    public void Write(long address, long length, MemoryImage image)
    {
        Fill(address, length, 0);
        foreach (var (offset, bytes) in image.Pieces)
        {
            var done = 0;
            foreach (var (page, start, count) in PagesOf(address + offset, bytes.Length))
            {
                bytes.AsSpan(done, count).CopyTo(PageForWriting(page).AsSpan(start));
                done += count;
            }
        }
    }

    /// <summary>A hash of what has been written since the arrangement; the same bytes on the same pages give the same.</summary>
    public ulong Hash()
    {
        var all = 0UL;
        foreach (var page in written)
        {
            var hash = (ulong)page;
            foreach (var word in MemoryMarshal.Cast<byte, ulong>(pages[page])) hash = SplitMix.Mix(hash, word);
            all ^= hash;
        }

        return all;
    }

    public void KeepArranged()
    {
        foreach (var (page, bytes) in pages) arranged[page] = [.. bytes];
        written.Clear();
    }

    public void Forget()
    {
        pages.Clear();
        arranged.Clear();
        written.Clear();
    }

    public void Restore()
    {
        if (written.Count == 0) return;
        foreach (var page in written)
        {
            var bytes = pages[page];
            if (arranged.TryGetValue(page, out var contents))
            {
                contents.CopyTo(bytes, 0);
            }
            else
            {
                Array.Clear(bytes);
                spare.Push(bytes);
                pages.Remove(page);
            }
        }

        written.Clear();
    }

    private byte[] PageForWriting(long page)
    {
        if (!pages.TryGetValue(page, out var bytes)) pages[page] = bytes = spare.TryPop(out var free) ? free : new byte[PageBytes];
        written.Add(page);
        return bytes;
    }

    private static IEnumerable<(long Page, int Start, int Count)> PagesOf(long address, long length)
    {
        for (var end = address + length; address < end;)
        {
            var start = (int)(address & (PageBytes - 1));
            var count = (int)Math.Min(PageBytes - start, end - address);
            yield return (address >> PageBits, start, count);
            address += count;
        }
    }
}
