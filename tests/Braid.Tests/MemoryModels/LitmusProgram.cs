namespace Braid.Tests.MemoryModels;

/// <summary>A litmus test under the explorer; every complete execution leaves its outcome.</summary>
internal sealed class LitmusProgram(LitmusText text, HashSet<string> outcomes) : Program
{
    private readonly Cell[] cells = new Cell[LitmusText.Cells.Length];

    // No cells: what a register holds follows from what the thread has read, so that executing again leaves the same.
    private readonly Dictionary<char, long>[] registers = [.. text.Threads.Select(_ => new Dictionary<char, long>())];

    /// <summary>All outcomes of a litmus test, and what exploring it counted.</summary>
    public static (HashSet<string> Outcomes, ExplorationResult Result) Explore(string text, ExplorerOptions options)
    {
        HashSet<string> outcomes = [];
        var parsed = LitmusText.Parse(text);
        var result = Tests.Explore.All(() => new LitmusProgram(parsed, outcomes), options with { CountDistinctTraces = true });
        return (outcomes, result);
    }

    public override void Arrange(Stage stage)
    {
        for (var cell = 0; cell < cells.Length; cell++) cells[cell] = new(LitmusText.Cells[cell..(cell + 1)]);
        for (var thread = 0; thread < text.Threads.Length; thread++)
        {
            var (operations, own) = (text.Threads[thread], registers[thread]);
            stage.Thread($"P{thread}", () =>
            {
                foreach (var operation in operations) Perform(operation, own);
            });
        }
    }

    public override void AtRest()
    {
        var all = registers.SelectMany(own => own).ToDictionary();
        lock (outcomes) outcomes.Add(LitmusText.Outcome(all, cells.Select(cell => cell.Load())));
    }

    private void Perform(string operation, Dictionary<char, long> own)
    {
        if (operation == "fence") BraidSync.Fence();
        else if (operation == "light") BraidSync.FenceLight();
        else if (operation == "heavy") BraidSync.FenceHeavy();
        else if (operation[1] == '+') own[operation[0]] = At(operation[2]).Add(1);
        else if (operation[1] == '!') At(operation[0]).StoreSequential(operation[2] - '0');
        else if (LitmusText.IsRegister(operation[0])) own[operation[0]] = At(operation[2]).Load();
        else At(operation[0]).Store(operation[2] - '0');
    }

    private Cell At(char name) => cells[LitmusText.Cells.IndexOf(name, StringComparison.Ordinal)];
}
