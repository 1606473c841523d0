using Xvma.Sync;

namespace Xvma;

/// <summary>
/// Memory for one page. It lives while it is referenced (by the mapping it backs) or pinned (by a fault that is about to install a
/// translation to it), and is freed by whoever takes the last of these away: exactly once (MEM-4).
/// </summary>
/// <remarks>One cell holds both counts, pins in the upper half, so that "the last of either" is one atomic change.</remarks>
internal sealed class Frame<TSync>(IFrameSource<TSync> source, long id, long address, long bytes, long place)
    where TSync : struct, ISync
{
    private const long OnePin = 1L << 32;

    private AtomicInt64<TSync> holds = new(1, new("holds", "frame", id) { Show = Show });
    private Translations<TSync> translations;

    public long Id { get; } = id;

    /// <summary>Where its first byte is, for <see cref="SharedMemory{TSync}"/>.</summary>
    public long Address { get; } = address;

    public long Bytes { get; } = bytes;

    /// <summary>Whose memory it is.</summary>
    public IFrameSource<TSync> Source { get; } = source;

    /// <summary>Where in the mega-page memory it is; 0 of ordinary memory.</summary>
    public long Place { get; } = place;

    public int References => (int)(holds.Load() & (OnePin - 1));

    public int Pins => (int)(holds.Load() >> 32);

    /// <summary>The entry of a TLB that leads here from a page: the very one that a TLB was given before, if it says the same.</summary>
    public TlbEntry TranslationOf(AsidBlock asids, AddressRange page, Rights rights, int elsewhere) => translations.Of(asids, page, this, rights, elsewhere);

    /// <summary>Keeps the frame alive; fails when it is already being freed.</summary>
    public bool TryPin()
    {
        while (true)
        {
            var seen = holds.Load();
            if (seen == 0) return false;
            if (holds.TryChange(seen, seen + OnePin)) return true;
        }
    }

    public void Unpin() => Drop(OnePin);

    public void Unreference() => Drop(1);

    private void Drop(long hold)
    {
        if (holds.Add(-hold) == 0) Source.Free(this);
    }

    /// <summary>Both counts in words: <c>1 reference, 1 pin</c>.</summary>
    public static string Show(long holds)
    {
        var (references, pins) = (holds & (OnePin - 1), holds >> 32);
        if (holds == 0) return "nobody's";
        var pinned = pins == 0 ? "" : pins == 1 ? "1 pin" : $"{pins} pins";
        var referenced = references == 0 ? "" : references == 1 ? "1 reference" : $"{references} references";
        return pinned.Length == 0 || referenced.Length == 0 ? referenced + pinned : $"{referenced}, {pinned}";
    }

    /// <summary>As a trace shows it.</summary>
    public override string ToString() => $"frame {Id}";
}
