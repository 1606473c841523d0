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

    /// <summary>Whether each step of the trace is to say where in the source it was taken. Costs a walk over the stack for each.</summary>
    public bool RecordSources { get; init; }

    /// <summary>
    /// Number of the step before which <see cref="Stop"/> is called, on the thread that is about to perform it and in the midst of its code; 0 for none.
    /// </summary>
    public int StopAtStep { get; init; }

    /// <summary>What is called there; by default an attached debugger is stopped, and without one nothing happens.</summary>
    public Action Stop { get; init; } = static () =>
    {
        if (System.Diagnostics.Debugger.IsAttached) System.Diagnostics.Debugger.Break();
    };
}
