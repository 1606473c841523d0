namespace Xvma;

/// <summary>Where frames come from and go back to.</summary>
internal interface IFrameSource<TSync>
    where TSync : struct, Sync.ISync
{
    /// <returns>A zeroed frame with one reference, or null when there is no memory for it.</returns>
    Frame<TSync>? TryAllocate(PageSize size);

    /// <summary>Gives a frame's memory back; called once, by whoever took its last reference and pin away (MEM-4).</summary>
    void Free(Frame<TSync> frame);
}
