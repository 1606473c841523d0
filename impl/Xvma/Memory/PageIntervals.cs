using System.Collections.Immutable;

namespace Xvma;

/// <summary>A set of pages as sorted, disjoint, half-open intervals; immutable.</summary>
internal sealed class PageIntervals
{
    /// <summary>No pages.</summary>
    public static readonly PageIntervals None = new([]);

    private readonly ImmutableArray<(long First, long End)> intervals;

    private PageIntervals(ImmutableArray<(long First, long End)> intervals) => this.intervals = intervals;

    public bool Contains(long page)
    {
        foreach (var (first, end) in intervals)
        {
            if (page < first) return false;
            if (page < end) return true;
        }

        return false;
    }

    /// <summary>This set and the pages <paramref name="first"/> … <paramref name="end"/> − 1.</summary>
    public PageIntervals With(long first, long end)
    {
        var merged = ImmutableArray.CreateBuilder<(long First, long End)>(intervals.Length + 1);
        var after = 0;
        foreach (var interval in intervals)
        {
            if (interval.End < first)
            {
                merged.Add(interval);
                after = merged.Count;
            }
            else if (interval.First > end)
            {
                merged.Add(interval);
            }
            else
            {
                first = Math.Min(first, interval.First);
                end = Math.Max(end, interval.End);
            }
        }

        merged.Insert(after, (first, end));
        return new(merged.ToImmutable());
    }
}
