using System.Collections.Immutable;

namespace Xvma.Spec;

/// <summary>Thrown when chapters cannot be read as a specification.</summary>
/// <param name="errors">Everything that is wrong with them; at least one.</param>
public sealed class SpecificationException(ImmutableArray<SpecificationError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>Everything that is wrong, in reading order.</summary>
    public ImmutableArray<SpecificationError> Errors { get; } = errors;
}
