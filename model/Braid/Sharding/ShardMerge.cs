using System.Globalization;

namespace Braid;

/// <summary>Puts the reports of shards together.</summary>
public static class ShardMerge
{
    /// <summary>Which shards are not among the reports.</summary>
    public static IReadOnlyList<int> Missing(IReadOnlyList<ShardReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return [.. Enumerable.Range(1, reports[0].Shard.Count).Except(reports.Select(report => report.Shard.Number))];
    }

    /// <summary>Why reports are not shards of one run, in a sentence; null when they are.</summary>
    /// <param name="reports">At least one report, and what messages call it.</param>
    public static string? FlawOf(IReadOnlyList<(string Name, ShardReport Report)> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        foreach (var other in reports.Skip(1))
        {
            if (DifferenceOf(reports[0], other) is { } difference) return difference;
        }

        return reports.GroupBy(each => each.Report.Shard.Number).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? string.Create(CultureInfo.InvariantCulture, $"shard {twice.Key} is there more than once: {string.Join(", ", twice.Select(each => each.Name))}")
            : null;
    }

    /// <summary>Why two reports are not of one run, in a sentence; null when they are, or of one shard of it.</summary>
    public static string? DifferenceOf((string Name, ShardReport Report) one, (string Name, ShardReport Report) other)
    {
        if (other.Report.Shard.Count != one.Report.Shard.Count)
            return $"{one.Name} is shard {one.Report.Shard} and {other.Name} is shard {other.Report.Shard}: they divide the work differently";
        if (other.Report.Code.Except(one.Report.Code).FirstOrDefault() is { } code)
            return $"{one.Name} and {other.Name} are of different code: {code.Assembly} has changed between them";
        if (Beyond(other.Report, one.Report) is { } more) return $"{other.Name} explored {more}; {one.Name} did not";
        return Beyond(one.Report, other.Report) is { } less ? $"{one.Name} explored {less}; {other.Name} did not" : null;
    }

    private static string? Beyond(ShardReport one, ShardReport other) =>
        one.Entries.Select(entry => entry.What).Except(other.Entries.Select(entry => entry.What)).FirstOrDefault();

    /// <summary>What all shards together covered of one exploration.</summary>
    /// <param name="entries">The entry of each shard.</param>
    public static Coverage Union(IReadOnlyList<ShardEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var set = new TraceSet(mayRepeat: entries[0].Preemptions is not null);
        foreach (var entry in entries)
        {
            if (entry.Progress is not { } progress) continue;
            if (entry.Preemptions is null) set.Add(progress.Coverage);
            else foreach (var (digest, end, steps) in progress.Members) set.Add(digest, end, steps);
        }

        return set.Coverage;
    }
}
