namespace Xvma.Model.Coyote;

/// <summary>What became of a replay.</summary>
public enum CoyoteReplayOutcome
{
    /// <summary>The same bug came up.</summary>
    Reproduced,

    /// <summary>The trace was followed and another bug came up.</summary>
    OtherBug,

    /// <summary>The trace could be followed to its end and no bug came up.</summary>
    NoBug,

    /// <summary>The execution left the trace: the code is not the one it was recorded on, or something is not controlled.</summary>
    Diverged,
}
