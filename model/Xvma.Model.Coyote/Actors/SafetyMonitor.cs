using Monitor = Microsoft.Coyote.Specifications.Monitor;

namespace Xvma.Model.Coyote;

/// <summary>Fails the run when a behaviour reports that something which must always hold does not.</summary>
public sealed class SafetyMonitor : Monitor
{
    [Start]
    [OnEventDoAction(typeof(ViolatedEvent), nameof(Fail))]
    private sealed class Watching : State;

    private void Fail(Event reported)
    {
        var violated = (ViolatedEvent)reported;
        Assert(false, "{0}", FailureText.Violation(violated.Identity, violated.Message));
    }
}
