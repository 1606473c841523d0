namespace Xvma;

/// <summary>The ASIDs of one address space in one chiplet. They are its own while the chiplet is in the same generation (CTX-4).</summary>
internal sealed record AsidRecord(AsidBlock Block, long Generation)
{
    /// <summary>As a trace shows it.</summary>
    public override string ToString() => $"{Block} of generation {Generation}";
}
