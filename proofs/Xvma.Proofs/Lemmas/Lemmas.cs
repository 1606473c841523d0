namespace Xvma.Proofs;

/// <summary>The lemmas about the production code's own arithmetic.</summary>
public static class Lemmas
{
    /// <summary>All of them, by family.</summary>
    public static IReadOnlyList<Lemma> All { get; } =
        [.. LayoutLemmas.All, .. PageCodeLemmas.All, .. RoundingLemmas.All, .. RangeLemmas.All, .. SplitLemmas.All];

    /// <summary>A lemma by its id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Lemma ById(string id) => All.FirstOrDefault(lemma => lemma.Id == id) ?? throw new ArgumentException($"no lemma {id}", nameof(id));
}
