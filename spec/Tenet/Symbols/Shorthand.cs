using System.Linq.Expressions;

namespace Tenet;

#pragma warning disable CA1043 // Indexers take elements of sorts; they are read from expression trees and never run.

/// <summary>A name for a formula of 1 argument.</summary>
public sealed class Shorthand<T1> : Symbol, IDefined
    where T1 : struct
{
    private readonly Expression<Func<T1, bool>> body;

    /// <summary>Defines it.</summary>
    public Shorthand(Expression<Func<T1, bool>> body)
        : base(typeof(bool), isRigid: false, typeof(T1)) => this.body = body;

    /// <summary>Whether it holds of these arguments. Inside a rule only.</summary>
    public bool this[T1 a] => throw NotRun();

    LambdaExpression IDefined.Body => body;
}

/// <summary>A name for a formula of 2 arguments.</summary>
public sealed class Shorthand<T1, T2> : Symbol, IDefined
    where T1 : struct
    where T2 : struct
{
    private readonly Expression<Func<T1, T2, bool>> body;

    /// <summary>Defines it.</summary>
    public Shorthand(Expression<Func<T1, T2, bool>> body)
        : base(typeof(bool), isRigid: false, typeof(T1), typeof(T2)) => this.body = body;

    /// <summary>Whether it holds of these arguments. Inside a rule only.</summary>
    public bool this[T1 a, T2 b] => throw NotRun();

    LambdaExpression IDefined.Body => body;
}

/// <summary>A name for a formula of 3 arguments.</summary>
public sealed class Shorthand<T1, T2, T3> : Symbol, IDefined
    where T1 : struct
    where T2 : struct
    where T3 : struct
{
    private readonly Expression<Func<T1, T2, T3, bool>> body;

    /// <summary>Defines it.</summary>
    public Shorthand(Expression<Func<T1, T2, T3, bool>> body)
        : base(typeof(bool), isRigid: false, typeof(T1), typeof(T2), typeof(T3)) => this.body = body;

    /// <summary>Whether it holds of these arguments. Inside a rule only.</summary>
    public bool this[T1 a, T2 b, T3 c] => throw NotRun();

    LambdaExpression IDefined.Body => body;
}

/// <summary>A name for a formula of 4 arguments.</summary>
public sealed class Shorthand<T1, T2, T3, T4> : Symbol, IDefined
    where T1 : struct
    where T2 : struct
    where T3 : struct
    where T4 : struct
{
    private readonly Expression<Func<T1, T2, T3, T4, bool>> body;

    /// <summary>Defines it.</summary>
    public Shorthand(Expression<Func<T1, T2, T3, T4, bool>> body)
        : base(typeof(bool), isRigid: false, typeof(T1), typeof(T2), typeof(T3), typeof(T4)) => this.body = body;

    /// <summary>Whether it holds of these arguments. Inside a rule only.</summary>
    public bool this[T1 a, T2 b, T3 c, T4 d] => throw NotRun();

    LambdaExpression IDefined.Body => body;
}
