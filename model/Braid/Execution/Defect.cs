namespace Braid;

/// <summary>How a schedule failed, before it is told to anybody.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Identity">Stable name of what was violated.</param>
/// <param name="Message">What happened, in a sentence.</param>
/// <param name="IsAtRest">Whether it was seen only after all threads had ended.</param>
internal sealed record Defect(FailureKind Kind, string Identity, string Message, bool IsAtRest = false)
{
    /// <summary>Whether it is the step bound of a schedule that no fair scheduler takes.</summary>
    public bool IsUnfair { get; init; }
}
