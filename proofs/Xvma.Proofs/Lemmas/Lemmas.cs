namespace Xvma.Proofs;

/// <summary>The lemmas about the production code's own arithmetic.</summary>
public static class Lemmas
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Lemma> All { get; } =
    [
        new("L1", "The regions of a layout divide all 2^64 addresses among them", LayoutLemmas.All),
        new("L2", "Two page sizes of a table never have the same code", PageCodeLemmas.All),
        new("L3", "Rounding to a page size stays in the region and does not overflow", RoundingLemmas.All),
        new("L4", "Two mappings that pass the overlap test share no byte", RangeLemmas.All),
        new("L5", "The pieces of a mapping that was split have exactly its bytes, over the same memory", SplitLemmas.All),
    ];

    /// <summary>The parts of all of them.</summary>
    public static IReadOnlyList<Obligation> Obligations { get; } = [.. All.SelectMany(lemma => lemma.Obligations)];

    /// <summary>A part of a lemma by its id, as <c>L4/no-shared-byte</c>.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Obligation ObligationById(string id) =>
        Obligations.FirstOrDefault(obligation => obligation.Id == id) ?? throw new ArgumentException($"no obligation {id}", nameof(id));
}
