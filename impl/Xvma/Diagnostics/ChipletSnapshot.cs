using System.Collections.Immutable;

namespace Xvma;

/// <summary>One GRU chiplet.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Contexts">The contexts loaded in it, by slot.</param>
/// <param name="Translations">The TLB entries that some loaded context could use now; entries left under a forgotten ASID are not among them.</param>
public sealed record ChipletSnapshot(
    int Index, ImmutableArray<ContextSnapshot> Contexts, ImmutableArray<TranslationSnapshot> Translations);
