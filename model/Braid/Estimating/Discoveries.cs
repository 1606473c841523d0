using System.Numerics;

namespace Braid;

/// <summary>The executions met by sampling, in the order of the schedules: how often each, and how many after 1, 2, 4, … schedules.</summary>
/// <remarks>About 40 bytes for each different execution.</remarks>
internal sealed class Discoveries
{
    private readonly Dictionary<ulong, int> counts = [];
    private readonly List<DiscoveryPoint> curve = [];
    private long schedules;

    /// <summary>The executions.</summary>
    public IReadOnlySet<ulong> Hashes => counts.Keys.ToHashSet();

    /// <summary>How many different ones.</summary>
    public long Distinct => counts.Count;

    /// <summary>Adds that of the next schedule.</summary>
    public void Add(ulong hash)
    {
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _)++;
        if (BitOperations.IsPow2(++schedules)) curve.Add(new(schedules, counts.Count));
    }

    /// <summary>What they say together.</summary>
    /// <param name="total">How many there are in all, if that is known.</param>
    public TraceCoverage Summarise(long? total)
    {
        List<DiscoveryPoint> points = [.. curve];
        if (schedules > 0 && points[^1].Schedules != schedules) points.Add(new(schedules, counts.Count));
        return new()
        {
            Schedules = schedules,
            Traces = counts.Count,
            SeenOnce = counts.Values.LongCount(count => count == 1),
            SeenTwice = counts.Values.LongCount(count => count == 2),
            Curve = points,
            KnownTotal = total,
        };
    }
}
