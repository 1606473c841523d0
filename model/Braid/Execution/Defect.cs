namespace Braid;

/// <summary>How a schedule failed, before it is told to anybody.</summary>
internal sealed record Defect(FailureKind Kind, string Identity, string Message);
