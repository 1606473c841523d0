namespace Xvma.Spec;

/// <summary>One thing that is wrong with a specification, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">The same in a sentence.</param>
public sealed record SpecificationError(SpecificationErrorKind Kind, Place Place, string Message)
{
    /// <summary>In the form that editors can jump to.</summary>
    public override string ToString() => $"{Place}: {Kind}: {Message}";
}
