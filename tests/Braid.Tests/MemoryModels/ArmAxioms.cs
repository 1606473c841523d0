namespace Braid.Tests.MemoryModels;

/// <summary>
/// The axiomatic model of Armv8 (Pulte, Flur, Deacon, French, Sarkar, Sewell: "Simplifying ARM concurrency: multicopy-atomic axiomatic and
/// operational models for ARMv8", POPL 2018), for straight programs: every way in which reads could take their values and writes could follow
/// each other is tried, and those that the axioms allow leave their outcome. No step, no buffer, no state: another definition altogether.
/// </summary>
internal sealed class ArmAxioms
{
    private readonly ArmAccess access;
    private readonly List<ArmEvent> events = [];
    private readonly List<int>[] writes = [.. LitmusText.Cells.Select(_ => new List<int>())];
    private readonly List<int> reads = [];
    private readonly int[] source;
    private readonly HashSet<string> outcomes = [];

    private ArmAxioms(LitmusText text, ArmAccess access)
    {
        this.access = access;
        for (var cell = 0; cell < LitmusText.Cells.Length; cell++) Add(new(-1, cell, IsWrite: true));
        for (var thread = 0; thread < text.Threads.Length; thread++)
        {
            foreach (var operation in text.Threads[thread]) Add(operation, thread);
        }

        source = new int[events.Count];
    }

    public static HashSet<string> Outcomes(string text, ArmAccess access)
    {
        var axioms = new ArmAxioms(LitmusText.Parse(text), access);
        axioms.Order(0, []);
        return axioms.outcomes;
    }

    private void Add(string operation, int thread)
    {
        if (operation == "light") return;
        if (operation == "fence")
        {
            Add(new(thread, -1, IsWrite: false));
        }
        else if (operation[1] == '+')
        {
            Add(new(thread, -1, IsWrite: false));
            Add(new(thread, CellOf(operation[2]), IsWrite: false, Register: operation[0]));
            Add(new(thread, CellOf(operation[2]), IsWrite: true, Partner: events.Count - 1));
            Add(new(thread, -1, IsWrite: false));
        }
        else if (operation[1] == '!')
        {
            Add(new(thread, -1, IsWrite: false));
            Add(new(thread, CellOf(operation[0]), IsWrite: true, operation[2] - '0'));
            Add(new(thread, -1, IsWrite: false));
        }
        else if (LitmusText.IsRegister(operation[0]))
        {
            Add(new(thread, CellOf(operation[2]), IsWrite: false, Register: operation[0]));
        }
        else
        {
            Add(new(thread, CellOf(operation[0]), IsWrite: true, operation[2] - '0'));
        }
    }

    private void Add(ArmEvent next)
    {
        if (next.IsWrite) writes[next.Cell].Add(events.Count);
        else if (next.IsRead) reads.Add(events.Count);
        events.Add(next);
    }

    private static int CellOf(char name) => LitmusText.Cells.IndexOf(name, StringComparison.Ordinal);

    /// <summary>Tries every order of the writes to this cell and the next ones; the initial write is first.</summary>
    private void Order(int cell, int[] coherence)
    {
        if (cell == writes.Length)
        {
            var place = new int[events.Count];
            for (var at = 0; at < coherence.Length; at++) place[coherence[at]] = at;
            Read(0, place);
            return;
        }

        foreach (var order in Permutations(writes[cell][1..])) Order(cell + 1, [.. coherence, writes[cell][0], .. order]);
    }

    private static IEnumerable<int[]> Permutations(List<int> items)
    {
        if (items.Count == 0) return [[]];
        return items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
    }

    /// <summary>Tries every write as the source of this read and the next ones.</summary>
    private void Read(int at, int[] place)
    {
        if (at < reads.Count)
        {
            foreach (var write in writes[events[reads[at]].Cell])
            {
                source[reads[at]] = write;
                Read(at + 1, place);
            }
        }
        else if (IsCoherent(place) && IsAtomic(place) && IsOrdered(place))
        {
            var registers = reads.ToDictionary(read => events[read].Register, read => ValueOf(source[read]) + (IsAdded(read) ? 1 : 0));
            outcomes.Add(LitmusText.Outcome(registers, writes.Select(own => ValueOf(own.MaxBy(write => place[write])))));
        }
    }

    private bool IsAdded(int read) => read + 1 < events.Count && events[read + 1].Partner == read;

    private long ValueOf(int write) => events[write].Partner < 0 ? events[write].Value : ValueOf(source[events[write].Partner]) + 1;

    /// <summary>Internal visibility: each cell alone is sequentially consistent.</summary>
    private bool IsCoherent(int[] place) => IsAcyclic((one, other) =>
        events[one].Cell == events[other].Cell && !events[one].IsFence && (IsBefore(one, other) || Communicates(one, other, place)));

    /// <summary>Nothing comes between the halves of an atomic addition.</summary>
    private bool IsAtomic(int[] place)
    {
        for (var write = 0; write < events.Count; write++)
        {
            if (events[write].Partner is >= 0 and var read && place[source[read]] != place[write] - 1) return false;
        }

        return true;
    }

    /// <summary>External visibility: what is ordered locally and what threads see of each other form no cycle.</summary>
    private bool IsOrdered(int[] place) => IsAcyclic((one, other) =>
        IsBefore(one, other) ? IsKept(one, other) : events[one].Thread != events[other].Thread && Communicates(one, other, place));

    private bool IsBefore(int one, int other) => one < other && events[one].Thread == events[other].Thread;

    /// <summary>Reads-from, coherence, from-reads.</summary>
    private bool Communicates(int one, int other, int[] place)
    {
        var (first, second) = (events[one], events[other]);
        if (first.IsFence || second.IsFence || first.Cell != second.Cell || one == other) return false;
        if (first.IsWrite) return second.IsWrite ? place[one] < place[other] : source[other] == one;
        return second.IsWrite && place[source[one]] < place[other];
    }

    /// <summary>Ordered by a barrier: a fence, an acquire before, a release after, the halves of an addition.</summary>
    private bool IsKept(int one, int other)
    {
        var (first, second) = (events[one], events[other]);
        if (first.Thread < 0 || first.IsFence || second.IsFence || second.Partner == one) return true;
        if (access == ArmAccess.Plain) return false;
        return first.IsRead || second.IsWrite || (access == ArmAccess.Sequential && first.IsWrite && second.IsRead);
    }

    private bool IsAcyclic(Func<int, int, bool> edge)
    {
        var left = Enumerable.Range(0, events.Count).ToList();
        while (left.Count > 0)
        {
            if (left.RemoveAll(one => !left.Exists(other => other != one && edge(other, one))) == 0) return false;
        }

        return true;
    }
}
