namespace Xvma;

/// <summary>One exported segment that is not removed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Owner">The task that made it.</param>
/// <param name="Uid">The uid the owner had then.</param>
/// <param name="Range">What of the owner's private space it exports.</param>
/// <param name="Rights">What permits may allow at most.</param>
/// <param name="Stage">Where it stands in its life.</param>
/// <param name="Attachments">Attachments that a recall would visit.</param>
public sealed record SegmentSnapshot(SegmentId Id, long Owner, int Uid, AddressRange Range, Rights Rights, SegmentStage Stage, int Attachments);
