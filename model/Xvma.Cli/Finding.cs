namespace Xvma.Cli;

/// <summary>Whether and after how many schedules an engine found a known bug.</summary>
/// <param name="IsFound">Whether it did.</param>
/// <param name="Schedules">How many schedules it took, or ran in vain.</param>
/// <param name="IsExhausted">Whether all schedules within the bounds were run.</param>
internal sealed record Finding(bool IsFound, long Schedules, bool IsExhausted)
{
    /// <summary>Time taken, with compiling the bug and making the failure small; null where the engine does not tell.</summary>
    public double? Seconds { get; init; }

    /// <summary>By what it was found, or looked for last; null where the engine does not tell.</summary>
    public string? Strategy { get; init; }

    /// <summary>As the table shows it: schedules, and by what, unless it was a systematic search.</summary>
    public string Text => IsFound
        ? $"{TextTable.Count(Schedules)}{(Strategy is null or "exhaustive" ? "" : $" {Strategy}")}"
        : $"missed in {TextTable.Count(Schedules)}";
}
