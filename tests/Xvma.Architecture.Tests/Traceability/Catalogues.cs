using Xvma.Spec;

namespace Xvma.Architecture.Tests;

/// <summary>All checks that exist, by whoever knows them.</summary>
internal static class Catalogues
{
    /// <summary>Scenarios, known bugs, lemmas and tests.</summary>
    public static IReadOnlyList<NamedCheck> Existing { get; } =
    [
        .. new AssemblyCatalogue(CheckKind.Scenario, "Xvma.Model", "Xvma.Model.ScenarioCatalogue", "Name", "Clauses").Checks,
        .. new AssemblyCatalogue(CheckKind.KnownBug, "Xvma.Model", "Xvma.Model.KnownBug", "Name", "Breaks").Checks,
        .. new AssemblyCatalogue(CheckKind.Lemma, "Xvma.Proofs", "Xvma.Proofs.Lemmas", "Id", "Clause").Checks,
        .. TestSourceCatalogue.OfRepository().Checks,
    ];
}
