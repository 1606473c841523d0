using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>All cells of an instance: symbol by symbol, tuple by tuple. Those that no action changes are known.</summary>
internal sealed class CellTable
{
    private readonly Setting setting;
    private readonly Dictionary<Symbol, int> bases = [];
    private readonly int?[] known;

    public CellTable(Setting setting)
    {
        this.setting = setting;
        var all = ImmutableArray.CreateBuilder<Cell>();
        foreach (var symbol in setting.Theory.Symbols.Where(symbol => !symbol.IsRigid))
        {
            bases.Add(symbol, all.Count);
            var size = setting.Size(symbol.Result);
            foreach (var tuple in setting.Tuples(symbol.Arguments)) all.Add(new(all.Count, symbol, tuple, size));
        }

        All = all.ToImmutable();
        known = new int?[All.Length];
    }

    public ImmutableArray<Cell> All { get; }

    public int Count => All.Length;

    /// <summary>The cell of a symbol at a tuple.</summary>
    public int Find(Symbol symbol, ReadOnlySpan<int> arguments) => bases[symbol] + setting.Position(symbol.Arguments, arguments);

    /// <summary>The value that the cell has in every state, if it has one.</summary>
    public int? Known(int cell) => known[cell];

    /// <summary>From now on the cell is taken to have this value in every state.</summary>
    public void Fix(int cell, int value) => known[cell] = value;
}
