namespace Xvma.Model.Coyote;

/// <summary>A clause or invariant that a behaviour found broken.</summary>
/// <param name="identity">The clause, such as <c>INV-4</c>: what stays the same between two findings of one bug.</param>
/// <param name="message">What was seen.</param>
public sealed class ClauseViolationException(string identity, string message) : Exception(message)
{
    /// <summary>The clause that is broken.</summary>
    public string Identity { get; } = identity;
}
