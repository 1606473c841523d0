namespace Braid;

/// <summary>One result of a log.</summary>
/// <param name="Rule">What it is about.</param>
/// <param name="Kind">Whether a rule is broken, kept, or it is not known.</param>
/// <param name="Message">What to tell, in a sentence or two.</param>
public sealed record SarifFinding(SarifRule Rule, SarifKind Kind, string Message)
{
    /// <summary>The run that shows it; null when there is none to show.</summary>
    public ExportedRun? Run { get; init; }

    /// <summary>What the result is about, where there is no line to point to: a scenario, a known bug.</summary>
    public string Subject { get; init; } = "";
}
