namespace Xvma.Model.Coyote;

/// <summary>A bug that Coyote found.</summary>
/// <param name="Kind">What kind of bug.</param>
/// <param name="Identity">What stays the same between two findings of it: the clause, or the type of the exception.</param>
/// <param name="Message">Coyote's report, or what the behaviour saw.</param>
public sealed record CoyoteFailure(CoyoteFailureKind Kind, string Identity, string Message)
{
    /// <summary>Whether <paramref name="other"/> is the same bug, found again.</summary>
    public bool IsSameBugAs(CoyoteFailure? other) => other is not null && Kind == other.Kind && Identity == other.Identity;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Identity}: {Message}";
}
