namespace Xvma.Architecture.Tests;

/// <summary>Somebody who knows checks by name.</summary>
internal interface ICheckCatalogue
{
    /// <summary>All checks it knows.</summary>
    IReadOnlyList<NamedCheck> Checks { get; }
}
