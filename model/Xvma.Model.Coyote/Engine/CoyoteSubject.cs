namespace Xvma.Model.Coyote;

/// <summary>What is to be checked.</summary>
/// <param name="Assemblies">The rewritten assemblies, loaded.</param>
/// <param name="CatalogType">Assembly-qualified name of the <see cref="IScenarioCatalog"/> among them.</param>
/// <param name="Scenario">A scenario it knows.</param>
/// <param name="KnownBug">The known bug that was built into the assemblies, or null for production code.</param>
public sealed record CoyoteSubject(RewrittenAssemblies Assemblies, string CatalogType, string Scenario, string? KnownBug = null);
