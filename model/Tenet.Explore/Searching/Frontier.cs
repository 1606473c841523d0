namespace Tenet.Explore;

/// <summary>The states of one level, handed out in chunks to whoever asks.</summary>
internal sealed class Frontier
{
    private readonly List<Range> chunks = [];
    private int next;

    public Frontier(IEnumerable<Range> ranges, uint chunk)
    {
        foreach (var range in ranges)
        {
            for (uint done = 0; done < range.Count; done += chunk) chunks.Add(new(range.Start + done, Math.Min(chunk, range.Count - done)));
            Count += range.Count;
        }
    }

    /// <summary>How many states there are.</summary>
    public long Count { get; }

    /// <summary>The next chunk; false when there is none.</summary>
    public bool TryTake(out Range chunk)
    {
        var index = Interlocked.Increment(ref next) - 1;
        chunk = index < chunks.Count ? chunks[index] : default;
        return index < chunks.Count;
    }
}
