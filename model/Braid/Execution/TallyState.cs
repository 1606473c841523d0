namespace Braid;

/// <summary>The counters of a tally, beside the cells: no state that a search compares or a step depends on.</summary>
internal sealed class TallyState(string name, int counters)
{
    private long[] arranged = [];

    public string Name { get; } = name;

    public long[] Counters { get; } = new long[counters];

    public void KeepArranged() => arranged = [.. Counters];

    public void Restore() => arranged.CopyTo(Counters, 0);
}
