using Xvma.Spec;

namespace Xvma.Architecture.Tests;

/// <summary>A check that exists, and the clauses that it says it checks.</summary>
/// <param name="Check">Kind and name.</param>
/// <param name="Clauses">Ids as its owner writes them.</param>
/// <param name="Origin">Where it was found, for messages.</param>
internal sealed record NamedCheck(Check Check, IReadOnlyList<string> Clauses, string Origin);
