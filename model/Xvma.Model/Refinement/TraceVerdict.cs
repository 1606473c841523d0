namespace Xvma.Model.Refinement;

/// <summary>What holding a trace against the specification came to.</summary>
/// <param name="Events">Events read.</param>
/// <param name="Steps">Actions of the specification that they are.</param>
/// <param name="Line">The line of the event that is none of the specification's; 0 when all are.</param>
/// <param name="Event">That line.</param>
/// <param name="Clause">The clause it is against; null when the trace is one of the specification's.</param>
/// <param name="Reason">Why it is none.</param>
public sealed record TraceVerdict(long Events, long Steps, long Line = 0, string Event = "", string? Clause = null, string Reason = "")
{
    /// <summary>Whether the trace is a behaviour of the specification.</summary>
    public bool IsAccepted => Clause is null;
}
