using System.Collections.Immutable;

namespace Xvma.Spec;

/// <summary>One clause of the specification.</summary>
/// <param name="Id">Its name for good.</param>
/// <param name="Title">Its name in words, for people.</param>
/// <param name="Sentence">The one normative sentence, in Markdown.</param>
/// <param name="Formula">The same as formulas and actions, each one as it is written, an empty line between them; null where none helps.</param>
/// <param name="Why">The reason, in Markdown.</param>
/// <param name="CheckedBy">What checks it beside proofs and explored instances of the rules that state it; empty if only those do.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Clause(
    ClauseId Id, string Title, string Sentence, string? Formula, string Why, ImmutableArray<Check> CheckedBy, Place Place)
{
    /// <summary>Id and title: <c>FLT-3 dropin</c>.</summary>
    public override string ToString() => $"{Id} {Title}";
}
