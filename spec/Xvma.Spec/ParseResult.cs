using System.Collections.Immutable;

namespace Xvma.Spec;

/// <summary>What became of reading chapters.</summary>
/// <param name="Specification">The specification, or null if there are errors.</param>
/// <param name="Errors">Everything that is wrong, in reading order; empty if nothing is.</param>
public sealed record ParseResult(Specification? Specification, ImmutableArray<SpecificationError> Errors)
{
    /// <summary>The specification.</summary>
    /// <exception cref="SpecificationException">There are errors.</exception>
    public Specification OrThrow() => Specification ?? throw new SpecificationException(Errors);
}
