namespace Xvma;

/// <summary>A permit that a task holds.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Segment">The segment it is for, which may have been removed.</param>
/// <param name="Rights">What attachments may allow at most.</param>
public sealed record PermitSnapshot(PermitId Id, SegmentId Segment, Rights Rights)
{
    /// <summary>Whether the segment has gone and so has the partition that it was of: the permit goes with the last that is attached with it (PAR-3).</summary>
    public bool IsLost { get; init; }
}
