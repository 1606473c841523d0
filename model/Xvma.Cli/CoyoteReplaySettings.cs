namespace Xvma.Cli;

/// <summary>What is to be done with a trace of Coyote, beyond replaying it.</summary>
/// <param name="IsHandedOver">Whether to take it over to Braid.</param>
/// <param name="Folder">Where the schedule goes then.</param>
/// <param name="ForCoyote">Where all that <c>coyote replay</c> needs goes; null for nowhere.</param>
internal sealed record CoyoteReplaySettings(bool IsHandedOver, string Folder, string? ForCoyote)
{
    /// <exception cref="UsageException">Something is asked for that only a trace of Coyote allows.</exception>
    public void RefuseFor(string path)
    {
        if (IsHandedOver) throw new UsageException($"--hand-over is for traces of Coyote; {path} is none");
        if (ForCoyote is not null) throw new UsageException($"--for-coyote is for traces of Coyote; {path} is none");
    }
}
