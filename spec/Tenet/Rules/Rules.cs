using System.Linq.Expressions;

namespace Tenet;

/// <summary>
/// Rules about a vocabulary. A rule is a property with an initialiser, marked with the clauses it states: its name is the property's in words,
/// its order the order of declaration.
/// </summary>
public abstract class Rules
{
    /// <summary>Something that can happen, for each choice of these elements.</summary>
    protected static Draft Action(Expression<Func<Step>> formula) => new(DraftKind.Action, formula);

    /// <summary>Something that can happen, for each choice of these elements.</summary>
    protected static Draft Action<T1>(Expression<Func<T1, Step>> formula)
        where T1 : struct => new(DraftKind.Action, formula);

    /// <summary>Something that can happen, for each choice of these elements.</summary>
    protected static Draft Action<T1, T2>(Expression<Func<T1, T2, Step>> formula)
        where T1 : struct
        where T2 : struct => new(DraftKind.Action, formula);

    /// <summary>Something that can happen, for each choice of these elements.</summary>
    protected static Draft Action<T1, T2, T3>(Expression<Func<T1, T2, T3, Step>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct => new(DraftKind.Action, formula);

    /// <summary>Something that can happen, for each choice of these elements.</summary>
    protected static Draft Action<T1, T2, T3, T4>(Expression<Func<T1, T2, T3, T4, Step>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct => new(DraftKind.Action, formula);

    /// <summary>Something that can happen, for each choice of these elements.</summary>
    protected static Draft Action<T1, T2, T3, T4, T5>(Expression<Func<T1, T2, T3, T4, T5, Step>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct => new(DraftKind.Action, formula);

    /// <summary>Something that can happen, for each choice of these elements.</summary>
    protected static Draft Action<T1, T2, T3, T4, T5, T6>(Expression<Func<T1, T2, T3, T4, T5, T6, Step>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct => new(DraftKind.Action, formula);

    /// <summary>Something that can happen, for each choice of these elements.</summary>
    protected static Draft Action<T1, T2, T3, T4, T5, T6, T7>(Expression<Func<T1, T2, T3, T4, T5, T6, T7, Step>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct
        where T7 : struct => new(DraftKind.Action, formula);

    /// <summary>The state at first, where it is not false or an enumeration's first member.</summary>
    protected static Draft Initially(Expression<Func<Step>> formula) => new(DraftKind.Initial, formula);

    /// <summary>The state at first, where it is not false or an enumeration's first member.</summary>
    protected static Draft Initially<T1>(Expression<Func<T1, Step>> formula)
        where T1 : struct => new(DraftKind.Initial, formula);

    /// <summary>The state at first, where it is not false or an enumeration's first member.</summary>
    protected static Draft Initially<T1, T2>(Expression<Func<T1, T2, Step>> formula)
        where T1 : struct
        where T2 : struct => new(DraftKind.Initial, formula);

    /// <summary>What holds of the rigid symbols.</summary>
    protected static Draft Axiom(Expression<Func<bool>> formula) => new(DraftKind.Axiom, formula);

    /// <summary>What holds of the rigid symbols.</summary>
    protected static Draft Axiom<T1>(Expression<Func<T1, bool>> formula)
        where T1 : struct => new(DraftKind.Axiom, formula);

    /// <summary>What holds of the rigid symbols.</summary>
    protected static Draft Axiom<T1, T2>(Expression<Func<T1, T2, bool>> formula)
        where T1 : struct
        where T2 : struct => new(DraftKind.Axiom, formula);

    /// <summary>What holds of the rigid symbols.</summary>
    protected static Draft Axiom<T1, T2, T3>(Expression<Func<T1, T2, T3, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct => new(DraftKind.Axiom, formula);

    /// <summary>What holds of the rigid symbols.</summary>
    protected static Draft Axiom<T1, T2, T3, T4>(Expression<Func<T1, T2, T3, T4, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct => new(DraftKind.Axiom, formula);

    /// <summary>What holds of the rigid symbols.</summary>
    protected static Draft Axiom<T1, T2, T3, T4, T5>(Expression<Func<T1, T2, T3, T4, T5, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct => new(DraftKind.Axiom, formula);

    /// <summary>What holds in every state, for all of these elements.</summary>
    protected static Draft Always(Expression<Func<bool>> formula) => new(DraftKind.Invariant, formula);

    /// <summary>What holds in every state, for all of these elements.</summary>
    protected static Draft Always<T1>(Expression<Func<T1, bool>> formula)
        where T1 : struct => new(DraftKind.Invariant, formula);

    /// <summary>What holds in every state, for all of these elements.</summary>
    protected static Draft Always<T1, T2>(Expression<Func<T1, T2, bool>> formula)
        where T1 : struct
        where T2 : struct => new(DraftKind.Invariant, formula);

    /// <summary>What holds in every state, for all of these elements.</summary>
    protected static Draft Always<T1, T2, T3>(Expression<Func<T1, T2, T3, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct => new(DraftKind.Invariant, formula);

    /// <summary>What holds in every state, for all of these elements.</summary>
    protected static Draft Always<T1, T2, T3, T4>(Expression<Func<T1, T2, T3, T4, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct => new(DraftKind.Invariant, formula);

    /// <summary>What holds in every state, for all of these elements.</summary>
    protected static Draft Always<T1, T2, T3, T4, T5>(Expression<Func<T1, T2, T3, T4, T5, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct => new(DraftKind.Invariant, formula);

    /// <summary>What holds in every state, for all of these elements.</summary>
    protected static Draft Always<T1, T2, T3, T4, T5, T6>(Expression<Func<T1, T2, T3, T4, T5, T6, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct => new(DraftKind.Invariant, formula);

    /// <summary>What holds in every state, for all of these elements.</summary>
    protected static Draft Always<T1, T2, T3, T4, T5, T6, T7>(Expression<Func<T1, T2, T3, T4, T5, T6, T7, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct
        where T7 : struct => new(DraftKind.Invariant, formula);

    /// <summary>What holds of every step, values after it marked <see cref="Logic.Next"/>.</summary>
    protected static Draft EveryStep(Expression<Func<bool>> formula) => new(DraftKind.Transition, formula);

    /// <summary>What holds of every step, values after it marked <see cref="Logic.Next"/>.</summary>
    protected static Draft EveryStep<T1>(Expression<Func<T1, bool>> formula)
        where T1 : struct => new(DraftKind.Transition, formula);

    /// <summary>What holds of every step, values after it marked <see cref="Logic.Next"/>.</summary>
    protected static Draft EveryStep<T1, T2>(Expression<Func<T1, T2, bool>> formula)
        where T1 : struct
        where T2 : struct => new(DraftKind.Transition, formula);

    /// <summary>What holds of every step, values after it marked <see cref="Logic.Next"/>.</summary>
    protected static Draft EveryStep<T1, T2, T3>(Expression<Func<T1, T2, T3, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct => new(DraftKind.Transition, formula);

    /// <summary>What holds of every step, values after it marked <see cref="Logic.Next"/>.</summary>
    protected static Draft EveryStep<T1, T2, T3, T4>(Expression<Func<T1, T2, T3, T4, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct => new(DraftKind.Transition, formula);

    /// <summary>What holds of every step, values after it marked <see cref="Logic.Next"/>.</summary>
    protected static Draft EveryStep<T1, T2, T3, T4, T5>(Expression<Func<T1, T2, T3, T4, T5, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct => new(DraftKind.Transition, formula);

    /// <summary>What some reachable state shows for some of these elements: a guard against vacuous truth.</summary>
    protected static Draft Sometimes(Expression<Func<bool>> formula) => new(DraftKind.Sometimes, formula);

    /// <summary>What some reachable state shows for some of these elements: a guard against vacuous truth.</summary>
    protected static Draft Sometimes<T1>(Expression<Func<T1, bool>> formula)
        where T1 : struct => new(DraftKind.Sometimes, formula);

    /// <summary>What some reachable state shows for some of these elements: a guard against vacuous truth.</summary>
    protected static Draft Sometimes<T1, T2>(Expression<Func<T1, T2, bool>> formula)
        where T1 : struct
        where T2 : struct => new(DraftKind.Sometimes, formula);

    /// <summary>What some reachable state shows for some of these elements: a guard against vacuous truth.</summary>
    protected static Draft Sometimes<T1, T2, T3>(Expression<Func<T1, T2, T3, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct => new(DraftKind.Sometimes, formula);

    /// <summary>What some reachable state shows for some of these elements: a guard against vacuous truth.</summary>
    protected static Draft Sometimes<T1, T2, T3, T4>(Expression<Func<T1, T2, T3, T4, bool>> formula)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct => new(DraftKind.Sometimes, formula);

    /// <summary>Under weak fairness of the actions marked fair, whenever the first formula holds the second one holds then or later.</summary>
    protected static Draft Leads(Expression<Func<bool>> from, Expression<Func<bool>> to) => new(DraftKind.Response, from, to);

    /// <summary>Under weak fairness of the actions marked fair, whenever the first formula holds the second one holds then or later.</summary>
    protected static Draft Leads<T1>(Expression<Func<T1, bool>> from, Expression<Func<T1, bool>> to)
        where T1 : struct => new(DraftKind.Response, from, to);

    /// <summary>Under weak fairness of the actions marked fair, whenever the first formula holds the second one holds then or later.</summary>
    protected static Draft Leads<T1, T2>(Expression<Func<T1, T2, bool>> from, Expression<Func<T1, T2, bool>> to)
        where T1 : struct
        where T2 : struct => new(DraftKind.Response, from, to);

    /// <summary>Under weak fairness of the actions marked fair, whenever the first formula holds the second one holds then or later.</summary>
    protected static Draft Leads<T1, T2, T3>(Expression<Func<T1, T2, T3, bool>> from, Expression<Func<T1, T2, T3, bool>> to)
        where T1 : struct
        where T2 : struct
        where T3 : struct => new(DraftKind.Response, from, to);
}
