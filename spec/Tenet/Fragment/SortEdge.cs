namespace Tenet;

/// <summary>An element of one sort gives rise to one of another: a term of it, or one that an existential claims.</summary>
/// <param name="From">The sort it is given.</param>
/// <param name="To">The sort it yields.</param>
/// <param name="Because">What does so, in a few words: <c>the function taskOf</c>.</param>
public sealed record SortEdge(Sort From, Sort To, string Because)
{
    /// <inheritdoc/>
    public override string ToString() => $"{From} → {To} ({Because})";
}
