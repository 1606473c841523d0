namespace Braid;

/// <summary>How to replay.</summary>
public sealed record ReplayOptions
{
    /// <summary>How strictly.</summary>
    public ReplayMode Mode { get; init; }

    /// <summary>How logical threads are run.</summary>
    public Backend Backend { get; init; }

    /// <summary>Whether to record the readable trace; without it <see cref="ReplayResult.Trace"/> has no steps.</summary>
    public bool RecordTrace { get; init; } = true;
}
