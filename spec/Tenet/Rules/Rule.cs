using System.Collections.Immutable;

namespace Tenet;

/// <summary>A rule of a theory: an action or a property.</summary>
/// <param name="Name">Its name in words, unique in the theory: <c>join</c>.</param>
/// <param name="Clauses">The ids of the clauses it states, at least one; the first is the one it is shown by.</param>
/// <param name="Meaning">One line of prose; empty when the clause says it.</param>
/// <param name="Parameters">What it is said of.</param>
public abstract record Rule(string Name, ImmutableArray<string> Clauses, string Meaning, ImmutableArray<Variable> Parameters)
{
    /// <summary>Clause and name: <c>GRP-2 join</c>.</summary>
    public string Title => $"{Clauses[0]} {Name}";
}

/// <summary>Something that can happen, for each choice of its parameters.</summary>
/// <param name="Name">See <see cref="Rule"/>.</param>
/// <param name="Clauses">See <see cref="Rule"/>.</param>
/// <param name="Meaning">See <see cref="Rule"/>.</param>
/// <param name="Parameters">See <see cref="Rule"/>.</param>
/// <param name="Guard">What must hold for it to happen.</param>
/// <param name="Refusals">What it answers instead, changing nothing: the first that applies.</param>
/// <param name="Updates">What changes, all at once; each symbol at most once.</param>
/// <param name="IsFair">Whether, enabled for ever for some parameters, it must happen for them (weak fairness).</param>
public sealed record ActionRule(
    string Name, ImmutableArray<string> Clauses, string Meaning, ImmutableArray<Variable> Parameters,
    Formula Guard, ImmutableArray<Refusal> Refusals, ImmutableArray<Update> Updates, bool IsFair)
    : Rule(Name, Clauses, Meaning, Parameters)
{
    /// <summary>The guard, and none of the refusals: when it happens.</summary>
    public Formula Enabled => Formulas.And([Guard, .. Refusals.Select(refusal => Formulas.Negate(refusal.When))]);
}

/// <summary>What an action answers instead of happening.</summary>
/// <param name="Error">A member of an enumeration of errors.</param>
/// <param name="When">When it does, unless a refusal before it applies.</param>
public sealed record Refusal(Literal Error, Formula When);

/// <summary>A change of a cell, or of a cell for each of some elements.</summary>
/// <param name="Symbol">The part of the state.</param>
/// <param name="Each">Bound variables; none: one cell.</param>
/// <param name="Indexes">The arguments: each one of <paramref name="Each"/>, or a term without them.</param>
/// <param name="Value">The value after the step, of values before it.</param>
public sealed record Update(Symbol Symbol, ImmutableArray<Variable> Each, ImmutableArray<Formula> Indexes, Formula Value);

/// <summary>A formula about the theory: which kind it is decides what is asked of it.</summary>
/// <param name="Name">See <see cref="Rule"/>.</param>
/// <param name="Clauses">See <see cref="Rule"/>.</param>
/// <param name="Meaning">See <see cref="Rule"/>.</param>
/// <param name="Parameters">See <see cref="Rule"/>; universally quantified, but existentially for <see cref="PropertyKind.Sometimes"/>.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Body">The formula; of a response its premise.</param>
/// <param name="Response">What a response leads to; else null.</param>
public sealed record Property(
    string Name, ImmutableArray<string> Clauses, string Meaning, ImmutableArray<Variable> Parameters,
    PropertyKind Kind, Formula Body, Formula? Response = null)
    : Rule(Name, Clauses, Meaning, Parameters)
{
    /// <summary>The formula with its parameters bound.</summary>
    public Formula Closed => Kind == PropertyKind.Sometimes ? Formulas.ForSome(Parameters, Body) : Formulas.ForAll(Parameters, Body);
}

/// <summary>What is asked of a property.</summary>
public enum PropertyKind
{
    /// <summary>It holds of the rigid symbols; assumed.</summary>
    Axiom,

    /// <summary>It holds in every reachable state, and is part of the claim.</summary>
    Safety,

    /// <summary>It holds in every reachable state, and is there because the others need it to be inductive.</summary>
    Supporting,

    /// <summary>It holds of every step.</summary>
    Transition,

    /// <summary>Some reachable state shows it.</summary>
    Sometimes,

    /// <summary>Its premise leads to its response, under weak fairness.</summary>
    Response,
}
