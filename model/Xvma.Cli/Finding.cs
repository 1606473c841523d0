namespace Xvma.Cli;

/// <summary>Whether and after how many schedules an engine found a known bug.</summary>
/// <param name="IsFound">Whether it did.</param>
/// <param name="Schedules">How many schedules it took, or ran in vain.</param>
/// <param name="IsExhausted">Whether all schedules within the bounds were run.</param>
internal sealed record Finding(bool IsFound, long Schedules, bool IsExhausted)
{
    /// <summary>As the table shows it.</summary>
    public string Text => IsFound ? TextTable.Count(Schedules) : $"missed in {TextTable.Count(Schedules)}";
}
