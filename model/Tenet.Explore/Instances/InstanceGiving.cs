namespace Tenet.Explore;

/// <summary>Ways to say what a rigid symbol is.</summary>
public sealed partial record Instance
{
    /// <summary>Which element a constant is, by position.</summary>
    public Instance Given<T>(Constant<T> symbol, int element)
        where T : struct => Interpret(symbol, _ => element);

    /// <summary>Of which elements, by position, a rigid relation holds.</summary>
    public Instance Given<T>(Relation<T> symbol, Func<int, bool> holds)
        where T : struct => Interpret(symbol, at => holds(at[0]) ? 1 : 0);

    /// <summary>Of which elements, by position, a rigid relation holds.</summary>
    public Instance Given<T1, T2>(Relation<T1, T2> symbol, Func<int, int, bool> holds)
        where T1 : struct
        where T2 : struct => Interpret(symbol, at => holds(at[0], at[1]) ? 1 : 0);

    /// <summary>Of which elements, by position, a rigid relation holds.</summary>
    public Instance Given<T1, T2, T3>(Relation<T1, T2, T3> symbol, Func<int, int, int, bool> holds)
        where T1 : struct
        where T2 : struct
        where T3 : struct => Interpret(symbol, at => holds(at[0], at[1], at[2]) ? 1 : 0);

    /// <summary>Of which elements, by position, a rigid relation holds.</summary>
    public Instance Given<T1, T2, T3, T4>(Relation<T1, T2, T3, T4> symbol, Func<int, int, int, int, bool> holds)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct => Interpret(symbol, at => holds(at[0], at[1], at[2], at[3]) ? 1 : 0);

    /// <summary>What a rigid function is, by positions.</summary>
    public Instance Given<T, TResult>(Function<T, TResult> symbol, Func<int, int> value)
        where T : struct
        where TResult : struct => Interpret(symbol, at => value(at[0]));

    /// <summary>What a rigid function is, by positions.</summary>
    public Instance Given<T1, T2, TResult>(Function<T1, T2, TResult> symbol, Func<int, int, int> value)
        where T1 : struct
        where T2 : struct
        where TResult : struct => Interpret(symbol, at => value(at[0], at[1]));

    /// <summary>What a function of the state is at first, by positions.</summary>
    public Instance Starts<T, TResult>(Function<T, TResult> symbol, Func<int, int> value)
        where T : struct
        where TResult : struct => Begin(symbol, at => value(at[0]));

    /// <summary>What a function of the state is at first, by positions.</summary>
    public Instance Starts<T1, T2, TResult>(Function<T1, T2, TResult> symbol, Func<int, int, int> value)
        where T1 : struct
        where T2 : struct
        where TResult : struct => Begin(symbol, at => value(at[0], at[1]));

    private Instance Interpret(Symbol symbol, Func<int[], int> value)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        if (!symbol.IsRigid) throw new InstanceException($"{Name}: {symbol} is part of the state; what it is, the actions say");
        return this with { Interpretation = Interpretation.SetItem(symbol, value) };
    }

    private Instance Begin(Symbol symbol, Func<int[], int> value)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        if (symbol.IsRigid || symbol.Result.IsEnumeration)
            throw new InstanceException($"{Name}: only functions of the state into sorts of any size are open at first, and {symbol} is none");
        return this with { Start = Start.SetItem(symbol, value) };
    }
}
