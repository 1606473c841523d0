namespace Braid;

/// <summary>Where in the picture a failure's reason belongs.</summary>
internal static class FailingStep
{
    /// <summary>Index of the step to mark: the last one; −1 when the failure is of nobody's doing in particular, or there is no step.</summary>
    public static int Of(Failure failure) => failure switch
    {
        { IsAtRest: true } or { Kind: FailureKind.Deadlock or FailureKind.LostWakeup or FailureKind.NonTermination or FailureKind.Liveness } => -1,
        _ => failure.Trace.Steps.Count - 1,
    };
}
