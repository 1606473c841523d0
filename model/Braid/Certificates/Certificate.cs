namespace Braid;

/// <summary>What an exhaustive exploration covered, for others to keep, compare and check.</summary>
/// <remarks>
/// It says nothing of the search: whatever strategy on however many workers covers the same program within the same bounds writes the same bytes.
/// </remarks>
public sealed record Certificate
{
    /// <summary>The format that this version writes.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>Name of the program that was explored.</summary>
    public required string Scenario { get; init; }

    /// <summary>Name and version of the explorer.</summary>
    public required string Engine { get; init; }

    /// <summary>The geometry of the machine explored, in words; empty when there is none.</summary>
    public string Machine { get; init; } = "";

    /// <summary>Memory model, as <see cref="MemoryModels.Abbreviation"/>.</summary>
    public required string MemoryModel { get; init; }

    /// <summary>Largest number of preemptions of the schedules explored; null for all schedules.</summary>
    public int? Preemptions { get; init; }

    /// <summary>The step bound, which no schedule met.</summary>
    public required int MaxSteps { get; init; }

    /// <summary>The executions.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>The code that was explored, for information: what is certified is the set of executions.</summary>
    public required IReadOnlyList<CodeIdentity> Code { get; init; }

    /// <summary>The certificate of an exploration.</summary>
    /// <param name="scenario">The program's name.</param>
    /// <param name="machine">Its geometry in words.</param>
    /// <param name="options">What was explored.</param>
    /// <param name="coverage">What was covered.</param>
    /// <param name="code">The code explored.</param>
    /// <exception cref="ArgumentException">Schedules were cut off, so that nothing is certain.</exception>
    public static Certificate Of(string scenario, string machine, ExplorerOptions options, Coverage coverage, IReadOnlyList<CodeIdentity> code)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(coverage);
        if (coverage.CutOff > 0) throw new ArgumentException($"{coverage.CutOff} schedules were cut off: there is nothing to certify.", nameof(coverage));
        return new()
        {
            Scenario = scenario,
            Engine = Replayer.Engine,
            Machine = machine,
            MemoryModel = options.MemoryModel.Abbreviation(),
            Preemptions = options.PreemptionBound,
            MaxSteps = options.MaxStepsPerSchedule,
            Coverage = coverage,
            Code = code,
        };
    }
}
