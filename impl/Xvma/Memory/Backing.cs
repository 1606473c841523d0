namespace Xvma;

/// <summary>What is behind a mapping: memory of its own, or, through an attachment, what another task's mapping has.</summary>
internal abstract class Backing<TSync>
    where TSync : struct, Sync.ISync
{
    /// <summary>A mapping, or a part of one, is gone: what it held of these pages is given back. No translation to them is usable any more.</summary>
    public abstract void Release(long first, long count);
}
