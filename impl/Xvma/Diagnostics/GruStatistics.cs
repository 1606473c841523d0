using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Xvma;

/// <summary>
/// What has happened in a machine since it was made, counted. Each count is exact once the threads that caused it have ended or have been waited
/// for; while they run it may lack what they are just doing, and counts taken together need not belong to one instant.
/// </summary>
public sealed class GruStatistics
{
    private static readonly ImmutableArray<StatisticAttribute> Texts = [.. Enum.GetValues<GruEvent>()
        .Select(each => typeof(GruEvent).GetField(each.ToString())!.GetCustomAttribute<StatisticAttribute>()!)];

    private readonly ImmutableArray<long> counts;

    internal GruStatistics(ImmutableArray<long> counts) => this.counts = counts;

    /// <summary>How many kinds of events there are.</summary>
    public static int Events => Texts.Length;

    /// <summary>How often something has happened.</summary>
    public long this[GruEvent what] => counts[(int)what];

    /// <summary>All of them, each with its name and meaning.</summary>
    public IEnumerable<GruStatistic> All => counts.Select((count, index) => new GruStatistic((GruEvent)index, Texts[index].Name, Texts[index].Meaning, count));

    /// <summary>Faults resolved by a dropin, whoever tried.</summary>
    public long Dropins => this[GruEvent.InterruptDone] + this[GruEvent.UserDone];

    /// <summary>Attempts at a dropin with this outcome, whoever tried.</summary>
    internal long Attempts(DropinOutcome outcome) => this[GruEvent.InterruptDone + (int)outcome] + this[GruEvent.UserDone + (int)outcome];

    /// <summary>What has happened since an earlier look at the same machine.</summary>
    public GruStatistics Since(GruStatistics earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new([.. counts.Zip(earlier.counts, static (now, before) => now - before)]);
    }

    /// <summary>What has happened at all, a line each.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var each in All.Where(each => each.Count != 0)) text.Append(each.Count).Append(' ').AppendLine(each.Name);
        return text.ToString();
    }
}
