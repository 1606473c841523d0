namespace Xvma;

/// <summary>Where a segment stands in its life (XPM-6): live, then being removed, then removed; never back.</summary>
public enum SegmentStage
{
    /// <summary>It can be got and attached, and its attachments translate.</summary>
    Live,

    /// <summary>Its owner takes it back: nothing new reaches it.</summary>
    Removing,

    /// <summary>Nothing reaches it any more.</summary>
    Removed,
}
