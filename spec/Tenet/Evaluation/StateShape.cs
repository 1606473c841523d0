namespace Tenet.Evaluation;

/// <summary>
/// Where the parts of a state are. A layout is one array of numbers: how many elements each sort has; then for each symbol where its cells begin and how far
/// apart the cells of neighbouring arguments are. The compiled formulas read it, so that a state may grow under them.
/// </summary>
internal sealed class StateShape
{
    /// <summary>Numbers in a layout for each symbol: where it begins, and a stride for each of up to four arguments.</summary>
    public const int SymbolWidth = 5;

    private const int FirstCapacity = 4;

    /// <summary>More cells than this are no state that somebody meant.</summary>
    private const long MostCells = 1L << 27;

    private readonly Dictionary<Sort, int> sorts = [];

    public StateShape(Theory theory)
    {
        Theory = theory;
        foreach (var sort in theory.Sorts) sorts.Add(sort, sorts.Count);
    }

    public Theory Theory { get; }

    /// <summary>How many sorts there are: so many sizes begin a layout.</summary>
    public int Sorts => sorts.Count;

    /// <summary>Where in a layout the size of a sort is.</summary>
    public int IndexOf(Sort sort) => sorts[sort];

    /// <summary>Where in a layout the part of a symbol begins.</summary>
    public int PlaceOf(Symbol symbol) => sorts.Count + (symbol.Index * SymbolWidth);

    public int[] FirstCapacities() => [.. Theory.Sorts.Select(sort => sort.IsEnumeration ? sort.Members.Length : FirstCapacity)];

    /// <summary>A layout for as many elements as these; with none yet.</summary>
    /// <exception cref="InvalidOperationException">The state would not fit.</exception>
    public (int[] Layout, int Length) LayoutOf(int[] capacities)
    {
        var layout = new int[sorts.Count + ((Theory.Symbols.Max(symbol => symbol.Index) + 1) * SymbolWidth)];
        foreach (var (sort, at) in sorts) layout[at] = sort.IsEnumeration ? capacities[at] : 0;
        long length = 0;
        foreach (var symbol in Theory.Symbols)
        {
            var at = PlaceOf(symbol);
            layout[at] = (int)length;
            long stride = 1;
            for (var argument = symbol.Arguments.Length - 1; argument >= 0; argument--)
            {
                layout[at + 1 + argument] = (int)stride;
                var sort = symbol.Arguments[argument];
                stride *= sort.IsTruth ? 2 : capacities[sorts[sort]];
            }

            length += stride;
            if (length > MostCells) throw new InvalidOperationException($"a state of more than {MostCells} cells, most of them of '{symbol}'");
        }

        return (layout, (int)length);
    }
}
