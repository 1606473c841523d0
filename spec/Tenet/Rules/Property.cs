using System.Collections.Immutable;

namespace Tenet;

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
