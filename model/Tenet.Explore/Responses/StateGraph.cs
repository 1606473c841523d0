namespace Tenet.Explore;

/// <summary>All steps between the states of a completed search, by the states' numbers.</summary>
internal sealed unsafe class StateGraph
{
    private readonly long[] starts;

    /// <exception cref="InstanceException">There are more steps than can be kept.</exception>
    public StateGraph(CompiledSystem system, BreadthFirst search, CancellationToken stop)
    {
        var space = search.Space;
        if (search.Transitions > Array.MaxLength)
            throw new InstanceException($"{system.Ground.Instance.Name}: {search.Transitions:N0} steps are too many to check responses; set ChecksResponses to false");
        States = search.Levels.SelectMany(level => level).Max(range => range.Start + (long)range.Count);
        starts = new long[States + 1];
        Targets = new uint[search.Transitions];
        Actions = new int[search.Transitions];
        var most = system.Ground.Actions.Length;
        var (successors, actions) = (new ulong[most * space.Words], new int[most]);
        var at = 0L;
        // Numbers within levels ascend by range only; the holes between ranges have no steps.
        var ranges = search.Levels.SelectMany(level => level).OrderBy(range => range.Start).ToList();
        long next = 0;
        fixed (ulong* to = successors)
        fixed (int* numbers = actions)
        {
            foreach (var range in ranges)
            {
                stop.ThrowIfCancellationRequested();
                while (next < range.Start) starts[next++] = at;
                for (; next < range.Start + (long)range.Count; next++)
                {
                    starts[next] = at;
                    var count = 0;
                    foreach (var method in system.Successors) count += method(space.State((uint)next), to + (count * space.Words), numbers + count);
                    for (var i = 0; i < count; i++, at++)
                    {
                        Targets[at] = space.Find(to + (i * space.Words));
                        Actions[at] = numbers[i] & ~SuccessorCompiler.BadStep;
                    }
                }
            }
        }

        starts[next] = at;
        First = [.. search.Levels[0].SelectMany(range => Enumerable.Range(0, (int)range.Count).Select(index => range.Start + (uint)index))];
    }

    /// <summary>One more than the greatest number of a state.</summary>
    public long States { get; }

    /// <summary>The states at first.</summary>
    public uint[] First { get; }

    /// <summary>Where each step leads.</summary>
    public uint[] Targets { get; }

    /// <summary>The ground action of each step.</summary>
    public int[] Actions { get; }

    /// <summary>The steps from a state: from the first position up to, not including, the second.</summary>
    public (long From, long To) Steps(uint state) => (starts[state], starts[state + 1]);
}
