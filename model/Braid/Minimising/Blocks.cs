namespace Braid;

/// <summary>A schedule as the stretches in which one thread runs, or one store buffer empties.</summary>
internal static class Blocks
{
    /// <summary>The stretches of <paramref name="decisions"/>, each of one thread and of at least one step.</summary>
    public static List<Decision[]> Of(IReadOnlyList<Decision> decisions)
    {
        List<Decision[]> blocks = [];
        for (var from = 0; from < decisions.Count;)
        {
            var to = from + 1;
            while (to < decisions.Count && decisions[to].Mover == decisions[from].Mover) to++;
            blocks.Add([.. decisions.Skip(from).Take(to - from)]);
            from = to;
        }
        return blocks;
    }

    /// <summary>How often a reader of the columns goes from one to another.</summary>
    public static int Switches(IReadOnlyList<Decision> decisions)
    {
        var switches = 0;
        for (var at = 1; at < decisions.Count; at++)
            if (decisions[at].Thread != decisions[at - 1].Thread) switches++;
        return switches;
    }

    /// <summary>The decisions of <paramref name="blocks"/>, in order.</summary>
    public static List<Decision> Join(IEnumerable<Decision[]> blocks) => [.. blocks.SelectMany(block => block)];
}
