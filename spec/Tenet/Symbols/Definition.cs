using System.Collections.Immutable;

namespace Tenet;

/// <summary>What a defined predicate abbreviates.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Body">A formula over them.</param>
public sealed record Definition(ImmutableArray<Variable> Parameters, Formula Body);
