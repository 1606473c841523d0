namespace Tenet;

#pragma warning disable CA1043, CA2215 // Indexers take elements of sorts; they are read from expression trees and never run.

/// <summary>A function of 1 argument: exactly one value for each of its tuples; an enumeration's first member at first, unless said otherwise.</summary>
public sealed class Function<T1, TResult>(Over over = Over.State) : Symbol(typeof(TResult), over == Over.Rigid, typeof(T1))
    where T1 : struct
    where TResult : struct
{
    /// <summary>Its value at these arguments. Inside a rule only.</summary>
    public TResult this[T1 a] => throw NotRun();
}

/// <summary>A function of 2 arguments: exactly one value for each of its tuples; an enumeration's first member at first, unless said otherwise.</summary>
public sealed class Function<T1, T2, TResult>(Over over = Over.State) : Symbol(typeof(TResult), over == Over.Rigid, typeof(T1), typeof(T2))
    where T1 : struct
    where T2 : struct
    where TResult : struct
{
    /// <summary>Its value at these arguments. Inside a rule only.</summary>
    public TResult this[T1 a, T2 b] => throw NotRun();
}

/// <summary>A function of 3 arguments: exactly one value for each of its tuples; an enumeration's first member at first, unless said otherwise.</summary>
public sealed class Function<T1, T2, T3, TResult>(Over over = Over.State) : Symbol(typeof(TResult), over == Over.Rigid, typeof(T1), typeof(T2), typeof(T3))
    where T1 : struct
    where T2 : struct
    where T3 : struct
    where TResult : struct
{
    /// <summary>Its value at these arguments. Inside a rule only.</summary>
    public TResult this[T1 a, T2 b, T3 c] => throw NotRun();
}
