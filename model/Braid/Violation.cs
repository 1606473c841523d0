using System.Diagnostics.CodeAnalysis;

namespace Braid;

/// <summary>Thrown by a body or an invariant: what must hold does not.</summary>
/// <param name="identity">Stable name of what is violated, for example <c>INV-4</c>.</param>
/// <param name="message">What is wrong, in a sentence.</param>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The word of the field: what a checker finds is a violation.")]
public sealed class Violation(string identity, string message) : Exception(message)
{
    /// <summary>Stable name of what is violated.</summary>
    public string Identity { get; } = identity;
}
