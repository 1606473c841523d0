namespace Xvma.Spec;

/// <summary>A line of a chapter.</summary>
/// <param name="File">The chapter's file name, without a folder.</param>
/// <param name="Line">From 1.</param>
public readonly record struct Place(string File, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line})";
}
