using Braid;

namespace Xvma.Cli;

/// <summary>What the command's exit code says; the numbers up to 13 are those of TLC.</summary>
internal static class ExitCode
{
    /// <summary>Exhausted within the printed bounds, or all passed, or reproduced.</summary>
    public const int Ok = 0;

    /// <summary>An assumption does not hold: the checker does not see a known bug, so its other verdicts mean nothing.</summary>
    public const int AssumptionFailed = 10;

    /// <summary>A deadlock was found.</summary>
    public const int Deadlock = 11;

    /// <summary>A safety violation was found, or a lemma refuted.</summary>
    public const int Safety = 12;

    /// <summary>A liveness violation was found.</summary>
    public const int Liveness = 13;

    /// <summary>Nothing was found, and not everything was covered.</summary>
    public const int Inconclusive = 20;

    /// <summary>A replay took another way than the one recorded.</summary>
    public const int Diverged = 21;

    /// <summary>The command line, or a file given on it, is wrong.</summary>
    public const int Usage = 64;

    /// <summary>The checker itself failed.</summary>
    public const int Internal = 70;

    /// <summary>The code for a failure of this kind.</summary>
    public static int Of(FailureKind kind) => kind switch
    {
        FailureKind.Deadlock => Deadlock,
        FailureKind.LostWakeup or FailureKind.NonTermination or FailureKind.Liveness => Liveness,
        FailureKind.RuleBroken => Internal,
        _ => Safety,
    };
}
