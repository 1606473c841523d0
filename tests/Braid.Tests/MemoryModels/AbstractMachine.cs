namespace Braid.Tests.MemoryModels;

/// <summary>
/// The abstract machine of x86-TSO (Owens, Sarkar, Sewell, TPHOLs 2009), its states enumerated one by one: another algorithm than the
/// explorer's, with nothing of it in it.
/// </summary>
internal sealed class AbstractMachine
{
    private readonly LitmusText text;
    private readonly bool isBuffered;
    private readonly HashSet<string> seen = [];
    private readonly HashSet<string> outcomes = [];

    private AbstractMachine(LitmusText text, bool isBuffered) => (this.text, this.isBuffered) = (text, isBuffered);

    public static HashSet<string> Outcomes(string text, MemoryModel model)
    {
        var parsed = LitmusText.Parse(text);
        var machine = new AbstractMachine(parsed, model == MemoryModel.TotalStoreOrder);
        var threads = parsed.Threads.Length;
        machine.Visit(new(new int[threads], [.. Enumerable.Range(0, threads).Select(_ => "")], new long[LitmusText.Cells.Length], []));
        return machine.outcomes;
    }

    private void Visit(State state)
    {
        if (!seen.Add(state.Key)) return;
        var isOver = true;
        for (var thread = 0; thread < text.Threads.Length; thread++)
        {
            if (state.Buffers[thread].Length > 0)
            {
                isOver = false;
                var next = state.Copy();
                next.Memory[CellOf(next.Buffers[thread][0])] = next.Buffers[thread][1] - '0';
                next.Buffers[thread] = next.Buffers[thread][2..];
                Visit(next);
            }

            if (state.Counters[thread] == text.Threads[thread].Length) continue;
            isOver = false;
            if (Perform(text.Threads[thread][state.Counters[thread]], thread, state.Copy()) is { } performed) Visit(performed);
        }

        if (isOver) outcomes.Add(LitmusText.Outcome(state.Registers, state.Memory));
    }

    private State? Perform(string operation, int thread, State state)
    {
        state.Counters[thread]++;
        var isEmpty = state.Buffers[thread].Length == 0;
        if (operation == "light") return state;
        if (operation == "fence") return isEmpty ? state : null;
        if (operation[1] == '+')
        {
            if (!isEmpty) return null;
            state.Registers[operation[0]] = ++state.Memory[CellOf(operation[2])];
        }
        else if (operation[1] == '!')
        {
            if (!isEmpty) return null;
            state.Memory[CellOf(operation[0])] = operation[2] - '0';
        }
        else if (LitmusText.IsRegister(operation[0]))
        {
            state.Registers[operation[0]] = Seen(state, thread, operation[2]);
        }
        else if (isBuffered)
        {
            state.Buffers[thread] += $"{operation[0]}{operation[2]}";
        }
        else
        {
            state.Memory[CellOf(operation[0])] = operation[2] - '0';
        }

        return state;
    }

    private static long Seen(State state, int thread, char cell)
    {
        var buffer = state.Buffers[thread];
        for (var at = buffer.Length - 2; at >= 0; at -= 2)
        {
            if (buffer[at] == cell) return buffer[at + 1] - '0';
        }

        return state.Memory[CellOf(cell)];
    }

    private static int CellOf(char name) => LitmusText.Cells.IndexOf(name, StringComparison.Ordinal);

    private sealed record State(int[] Counters, string[] Buffers, long[] Memory, Dictionary<char, long> Registers)
    {
        public string Key => string.Join(',', Counters) + ";" + string.Join(',', Buffers) + ";" + LitmusText.Outcome(Registers, Memory);

        public State Copy() => new([.. Counters], [.. Buffers], [.. Memory], new(Registers));
    }
}
