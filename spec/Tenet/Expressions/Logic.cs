namespace Tenet;

/// <summary>
/// The words of formulas. They are read from expression trees and never run; <c>&amp;&amp;</c>, <c>||</c>, <c>!</c>, <c>==</c>, <c>!=</c>
/// and <c>? :</c> are C#'s own.
/// </summary>
public static class Logic
{
    /// <summary><c>a ⟶ b</c>.</summary>
    public static bool Implies(this bool premise, bool conclusion) => throw NotRun();

    /// <summary>The value after the step; in transition properties only.</summary>
    public static T Next<T>(T value) => throw NotRun();

    /// <summary>Whether a value is one of these.</summary>
    public static bool IsIn<T>(this T value, params T[] values) => throw NotRun();

    /// <summary>Begins an action by what must hold for it to happen.</summary>
    public static Step When(bool guard) => throw NotRun();

    /// <summary>Begins an action that may be asked for at any time by what it answers instead of happening.</summary>
    public static Step Refuse<TError>(TError error, bool when)
        where TError : struct, Enum => throw NotRun();

    /// <summary>A change of one cell of the state: <c>Set(uid[t], u)</c>.</summary>
    public static Step Set<T>(T cell, T value) => throw NotRun();

    /// <summary>Whether the formula holds of all elements.</summary>
    public static bool All<T1>(Func<T1, bool> formula)
        where T1 : struct => throw NotRun();

    /// <summary>Whether the formula holds of some element.</summary>
    public static bool Any<T1>(Func<T1, bool> formula)
        where T1 : struct => throw NotRun();

    /// <summary>Whether the formula holds of all elements.</summary>
    public static bool All<T1, T2>(Func<T1, T2, bool> formula)
        where T1 : struct
        where T2 : struct => throw NotRun();

    /// <summary>Whether the formula holds of some element.</summary>
    public static bool Any<T1, T2>(Func<T1, T2, bool> formula)
        where T1 : struct
        where T2 : struct => throw NotRun();

    /// <summary>Whether the formula holds of all elements.</summary>
    public static bool All<T1, T2, T3>(Func<T1, T2, T3, bool> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct => throw NotRun();

    /// <summary>Whether the formula holds of some element.</summary>
    public static bool Any<T1, T2, T3>(Func<T1, T2, T3, bool> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct => throw NotRun();

    /// <summary>Whether the formula holds of all elements.</summary>
    public static bool All<T1, T2, T3, T4>(Func<T1, T2, T3, T4, bool> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct => throw NotRun();

    /// <summary>Whether the formula holds of some element.</summary>
    public static bool Any<T1, T2, T3, T4>(Func<T1, T2, T3, T4, bool> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct => throw NotRun();

    /// <summary>Whether the formula holds of all elements.</summary>
    public static bool All<T1, T2, T3, T4, T5>(Func<T1, T2, T3, T4, T5, bool> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct => throw NotRun();

    /// <summary>Whether the formula holds of some element.</summary>
    public static bool Any<T1, T2, T3, T4, T5>(Func<T1, T2, T3, T4, T5, bool> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct => throw NotRun();

    private static InvalidOperationException NotRun() =>
        new("a formula is read, not run: it belongs inside a lambda expression of a rule");
}
