using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>What is the same in every state of an instance: the elements of each sort and the rigid symbols as tables.</summary>
internal sealed class Setting
{
    private readonly Instance instance;
    private readonly Dictionary<Symbol, int[]> tables = [];

    /// <exception cref="InstanceException">Something is missing or does not fit.</exception>
    public Setting(Instance instance)
    {
        this.instance = instance;
        var problems = new List<string>();
        foreach (var sort in Theory.Sorts.Where(sort => !sort.IsEnumeration && !instance.Elements.ContainsKey(sort)))
            problems.Add($"{instance.Name}: how many elements of {sort} are there? Use With<{sort}>");
        if (problems.Count == 0)
        {
            foreach (var symbol in Theory.Symbols.Where(symbol => symbol.IsRigid)) Tabulate(symbol, problems);
        }

        if (problems.Count > 0) throw new InstanceException([.. problems]);
    }

    public Theory Theory => instance.Theory;

    public Instance Instance => instance;

    /// <summary>How many values a sort has.</summary>
    public int Size(Sort sort) => sort.IsEnumeration ? sort.Members.Length : instance.Elements[sort].Length;

    /// <summary>The name of a value.</summary>
    public string Name(Sort sort, int value) => instance.NameOf(sort, value);

    /// <summary>The value of a rigid symbol.</summary>
    public int Rigid(Symbol symbol, ReadOnlySpan<int> arguments) => tables[symbol][Position(symbol.Arguments, arguments)];

    /// <summary>How many tuples of these sorts there are.</summary>
    public int Count(ImmutableArray<Sort> sorts) => sorts.Aggregate(1, (count, sort) => checked(count * Size(sort)));

    /// <summary>The position of a tuple among all tuples, in the order of <see cref="Tuples"/>.</summary>
    public int Position(ImmutableArray<Sort> sorts, ReadOnlySpan<int> tuple)
    {
        var position = 0;
        for (var i = 0; i < sorts.Length; i++) position = (position * Size(sorts[i])) + tuple[i];
        return position;
    }

    /// <summary>All tuples of values of these sorts, the last one changing fastest; one array each.</summary>
    public IEnumerable<int[]> Tuples(ImmutableArray<Sort> sorts)
    {
        var count = Count(sorts);
        for (var position = 0; position < count; position++)
        {
            var tuple = new int[sorts.Length];
            for (int i = sorts.Length - 1, rest = position; i >= 0; rest /= Size(sorts[i]), i--) tuple[i] = rest % Size(sorts[i]);
            yield return tuple;
        }
    }

    private void Tabulate(Symbol symbol, List<string> problems)
    {
        var size = Size(symbol.Result);
        var given = instance.Interpretation.GetValueOrDefault(symbol);
        if (given is null && size > 1)
        {
            problems.Add($"{instance.Name}: what is {symbol}? It is the same in every state and no action says it; use Given");
            return;
        }

        var table = new int[Count(symbol.Arguments)];
        foreach (var tuple in Tuples(symbol.Arguments))
        {
            var value = given?.Invoke([.. tuple]) ?? 0;
            if (value < 0 || value >= size)
            {
                problems.Add($"{instance.Name}: {symbol} at ({string.Join(", ", tuple)}) is given as {value}, and {symbol.Result} has {size} values");
                return;
            }

            table[Position(symbol.Arguments, tuple)] = value;
        }

        tables.Add(symbol, table);
    }
}
