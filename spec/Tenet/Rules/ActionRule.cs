using System.Collections.Immutable;

namespace Tenet;

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
