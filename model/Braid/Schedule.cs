namespace Braid;

/// <summary>Everything needed to run one execution again, and to know whether it is still the same one.</summary>
public sealed record Schedule
{
    /// <summary>The format that this version writes.</summary>
    public const int CurrentFormatVersion = 2;

    /// <summary>From this version on blocks of memory are named by who reserved them and how many before; until then by a number that every new cell changed.</summary>
    internal const int StableMemoryNames = 2;

    /// <summary>Version of the format the schedule was written in.</summary>
    public int FormatVersion { get; init; } = CurrentFormatVersion;

    /// <summary>Name of the program that was explored.</summary>
    public required string Scenario { get; init; }

    /// <summary>Name and version of the explorer, for example <c>Braid 0.1.0</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>Memory model of the exploration; <c>SC</c> for sequential consistency.</summary>
    public string MemoryModel { get; init; } = "SC";

    /// <summary>Names of the threads by index.</summary>
    public required IReadOnlyList<string> Threads { get; init; }

    /// <summary>One decision a step, in order.</summary>
    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>The step bound of the run; <see cref="FailureKind.NonTermination"/> is relative to it.</summary>
    public int MaxSteps { get; init; } = 10_000;

    /// <summary>Whether an observer followed the run (<see cref="Program.Observer"/>): what it finds, a run without it does not.</summary>
    public bool IsObserved { get; init; }

    /// <summary>How loops were watched for, for a failure found by that; null when they were not.</summary>
    public LivenessOptions? Liveness { get; init; }

    /// <summary>Kind of the failure that the schedule ends in, or null when it ends well.</summary>
    public FailureKind? FailureKind { get; init; }

    /// <summary>Stable identity of the failure, for example <c>INV-4</c>; null when it ends well.</summary>
    public string? FailureIdentity { get; init; }
}
