namespace Braid;

/// <summary>How strictly a replay keeps to its schedule.</summary>
public enum ReplayMode
{
    /// <summary>Each decision must be possible and meet the recorded operation.</summary>
    Exact,

    /// <summary>
    /// As <see cref="Exact"/>, but past unrelated edits: operations that have come or gone since the recording are passed over where no
    /// other thread's recorded decisions touch what they touch, and are told (<see cref="ReplayResult.Adaptations"/>). On unchanged code
    /// the same as <see cref="Exact"/>.
    /// </summary>
    Adapted,

    /// <summary>
    /// The threads and choices are advice: one that cannot be taken is skipped, and after the last one the running thread goes on as long as it can.
    /// For those who alter schedules; what was really done is in <see cref="ReplayResult.Taken"/>.
    /// </summary>
    Guided,
}
