namespace Tenet.Evaluation;

/// <summary>
/// A finite state of a theory whose sorts may grow: how many elements each sort has, and the value of every symbol, also of the rigid ones, at every
/// tuple of elements. Elements are numbers from 0; a value is a number too: an element, a member of an enumeration, 0 for false and 1 for true.
/// </summary>
/// <remarks>
/// New elements come with everything about them false, or the first member or element: what the theory says otherwise of the state at first is the
/// caller's to set, who knows what the elements are. Not thread-safe.
/// </remarks>
public sealed class TheoryState
{
    private readonly StateShape shape;
    private int[] layout;
    private int[] data;
    private int[] capacities;
    private int[] written = new int[64];
    private int writes;

    /// <summary>A state without elements.</summary>
    public TheoryState(Theory theory)
    {
        shape = new(theory);
        capacities = shape.FirstCapacities();
        (layout, var length) = shape.LayoutOf(capacities);
        data = new int[length];
    }

    /// <summary>The theory it is a state of.</summary>
    public Theory Theory => shape.Theory;

    internal int[] Data => data;

    internal int[] Layout => layout;

    /// <summary>How many elements, or members, the sort has.</summary>
    public int SizeOf(Sort sort) => sort.IsTruth ? 2 : layout[shape.IndexOf(sort)];

    /// <summary>Gives a sort one more element.</summary>
    /// <returns>The element.</returns>
    public int Add(Sort sort)
    {
        var at = shape.IndexOf(sort);
        if (sort.IsEnumeration) throw new ArgumentException($"{sort} is an enumeration", nameof(sort));
        if (layout[at] == capacities[at]) Enlarge(at);
        return layout[at]++;
    }

    /// <summary>The value of a symbol at its arguments.</summary>
    public int this[Symbol symbol, int a = 0, int b = 0, int c = 0, int d = 0]
    {
        get => data[PlaceOf(symbol, a, b, c, d)];
        set => data[PlaceOf(symbol, a, b, c, d)] = value;
    }

    /// <summary>Whether a relation holds.</summary>
    public bool Holds(Symbol relation, int a = 0, int b = 0, int c = 0, int d = 0) => data[PlaceOf(relation, a, b, c, d)] != 0;

    /// <summary>Makes this the same state as another one of the same theory.</summary>
    public void CopyFrom(TheoryState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!capacities.AsSpan().SequenceEqual(other.capacities))
        {
            // Both get room for all that either has had: a state that is copied back again and again is laid out anew only once.
            var most = capacities.Zip(other.capacities, Math.Max).ToArray();
            other.Reshape(most);
            Reshape(most);
        }

        Array.Copy(other.data, data, data.Length);
        Array.Copy(other.layout, layout, layout.Length);
    }

    /// <summary>The cells in which this state differs from an earlier one, as symbol, arguments, value then, value now.</summary>
    public IEnumerable<(Symbol Symbol, int[] Arguments, int Before, int After)> ChangesSince(TheoryState before)
    {
        ArgumentNullException.ThrowIfNull(before);
        foreach (var symbol in Theory.Symbols)
        {
            foreach (var arguments in Tuples(symbol))
            {
                var (then, now) = (before.IsKnown(symbol, arguments) ? before.At(symbol, arguments) : 0, At(symbol, arguments));
                if (then != now) yield return (symbol, arguments, then, now);
            }
        }
    }

    /// <summary>The value of a symbol at its arguments.</summary>
    public int At(Symbol symbol, ReadOnlySpan<int> arguments) => data[PlaceOf(
        symbol, Argument(arguments, 0), Argument(arguments, 1), Argument(arguments, 2), Argument(arguments, 3))];

    /// <summary>Notes a change of a cell, which <see cref="Commit"/> makes.</summary>
    internal void Write(int place, int value)
    {
        if (writes + 2 > written.Length) Array.Resize(ref written, written.Length * 2);
        written[writes++] = place;
        written[writes++] = value;
    }

    /// <summary>Makes the changes noted, all at once.</summary>
    internal void Commit()
    {
        for (var at = 0; at < writes; at += 2) data[written[at]] = written[at + 1];
        writes = 0;
    }

    private static int Argument(ReadOnlySpan<int> arguments, int at) => at < arguments.Length ? arguments[at] : 0;

    private int PlaceOf(Symbol symbol, int a, int b, int c, int d)
    {
        var at = shape.PlaceOf(symbol);
        return layout[at] + (a * layout[at + 1]) + (b * layout[at + 2]) + (c * layout[at + 3]) + (d * layout[at + 4]);
    }

    private bool IsKnown(Symbol symbol, int[] arguments)
    {
        for (var at = 0; at < arguments.Length; at++)
        {
            if (arguments[at] >= SizeOf(symbol.Arguments[at])) return false;
        }

        return true;
    }

    private IEnumerable<int[]> Tuples(Symbol symbol)
    {
        var count = symbol.Arguments.Aggregate(1, (product, sort) => product * SizeOf(sort));
        for (var number = 0; number < count; number++)
        {
            var tuple = new int[symbol.Arguments.Length];
            var rest = number;
            for (var at = tuple.Length - 1; at >= 0; at--) (rest, tuple[at]) = Math.DivRem(rest, SizeOf(symbol.Arguments[at]));
            yield return tuple;
        }
    }

    private void Enlarge(int sort)
    {
        var more = (int[])capacities.Clone();
        more[sort] *= 2;
        Reshape(more);
    }

    private void Reshape(int[] room)
    {
        if (capacities.AsSpan().SequenceEqual(room)) return;
        var (was, old) = (layout, data);
        (layout, var length) = shape.LayoutOf(capacities = room);
        data = new int[length];
        Array.Copy(was, layout, shape.Sorts);
        foreach (var symbol in Theory.Symbols)
        {
            var at = shape.PlaceOf(symbol);
            foreach (var tuple in Tuples(symbol))
            {
                int from = was[at], to = layout[at];
                for (var argument = 0; argument < tuple.Length; argument++)
                {
                    from += tuple[argument] * was[at + 1 + argument];
                    to += tuple[argument] * layout[at + 1 + argument];
                }

                data[to] = old[from];
            }
        }
    }
}
