using Monitor = Microsoft.Coyote.Specifications.Monitor;

namespace Xvma.Model.Coyote;

/// <summary>INV-12: hot while an operation or a fault is under way, cold when none is. Staying hot for ever under a fair schedule is a bug.</summary>
public sealed class ProgressMonitor : Monitor
{
    private int underWay;

    [Start]
    [Cold]
    [OnEventDoAction(typeof(BeganEvent), nameof(Begin))]
    private sealed class Idle : State;

    [Hot]
    [OnEventDoAction(typeof(BeganEvent), nameof(Begin))]
    [OnEventDoAction(typeof(EndedEvent), nameof(End))]
    private sealed class Busy : State;

    private void Begin()
    {
        if (++underWay == 1) RaiseGotoStateEvent<Busy>();
    }

    private void End()
    {
        if (--underWay == 0) RaiseGotoStateEvent<Idle>();
    }
}
