namespace Xvma;

/// <summary>Where frames come from and go back to.</summary>
internal interface IFrameSource<TSync>
    where TSync : struct, Sync.ISync
{
    /// <summary>Whose memory it is (PAR-1).</summary>
    int Partition { get; }

    /// <summary>Whether that partition has failed, and so gives no more (PAR-2).</summary>
    bool HasFailed { get; }

    /// <returns>A zeroed frame with one reference, or null when there is no memory for it.</returns>
    Frame<TSync>? TryAllocate(PageSize size);

    /// <summary>Gives a frame's memory back; called once, by whoever took its last reference and pin away (MEM-4).</summary>
    void Free(Frame<TSync> frame);
}
