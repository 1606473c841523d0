namespace Braid;

/// <summary>A rule that findings are about.</summary>
/// <param name="Id">Its stable name, for example <c>INV-4</c>.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Sentence">In a sentence; empty when there is none.</param>
public sealed record SarifRule(string Id, string Title, string Sentence);
