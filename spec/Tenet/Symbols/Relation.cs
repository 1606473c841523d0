namespace Tenet;

#pragma warning disable CA1043, CA2215 // Indexers take elements of sorts; they are read from expression trees and never run.

/// <summary>A relation of 1 argument: true or false of each of its tuples, at first false.</summary>
public sealed class Relation<T1>(Over over = Over.State) : Symbol(typeof(bool), over == Over.Rigid, typeof(T1))
    where T1 : struct
{
    /// <summary>Its value at these arguments. Inside a rule only.</summary>
    public bool this[T1 a] => throw NotRun();
}

/// <summary>A relation of 2 arguments: true or false of each of its tuples, at first false.</summary>
public sealed class Relation<T1, T2>(Over over = Over.State) : Symbol(typeof(bool), over == Over.Rigid, typeof(T1), typeof(T2))
    where T1 : struct
    where T2 : struct
{
    /// <summary>Its value at these arguments. Inside a rule only.</summary>
    public bool this[T1 a, T2 b] => throw NotRun();
}

/// <summary>A relation of 3 arguments: true or false of each of its tuples, at first false.</summary>
public sealed class Relation<T1, T2, T3>(Over over = Over.State) : Symbol(typeof(bool), over == Over.Rigid, typeof(T1), typeof(T2), typeof(T3))
    where T1 : struct
    where T2 : struct
    where T3 : struct
{
    /// <summary>Its value at these arguments. Inside a rule only.</summary>
    public bool this[T1 a, T2 b, T3 c] => throw NotRun();
}

/// <summary>A relation of 4 arguments: true or false of each of its tuples, at first false.</summary>
public sealed class Relation<T1, T2, T3, T4>(Over over = Over.State) : Symbol(typeof(bool), over == Over.Rigid, typeof(T1), typeof(T2), typeof(T3), typeof(T4))
    where T1 : struct
    where T2 : struct
    where T3 : struct
    where T4 : struct
{
    /// <summary>Its value at these arguments. Inside a rule only.</summary>
    public bool this[T1 a, T2 b, T3 c, T4 d] => throw NotRun();
}
