using System.Collections.Immutable;

namespace Tenet;

/// <summary>A change of a cell, or of a cell for each of some elements.</summary>
/// <param name="Symbol">The part of the state.</param>
/// <param name="Each">Bound variables; none: one cell.</param>
/// <param name="Indexes">The arguments: each one of <paramref name="Each"/>, or a term without them.</param>
/// <param name="Value">The value after the step, of values before it.</param>
public sealed record Update(Symbol Symbol, ImmutableArray<Variable> Each, ImmutableArray<Formula> Indexes, Formula Value);
