using Braid;
using Microsoft.Coyote.Actors;
using Actor = Microsoft.Coyote.Actors.Actor;

namespace Xvma.Model.Coyote;

/// <summary>
/// The thin shell around one behaviour. Coyote runs an actor's handler as a controlled operation on a thread of its own, so the behaviour
/// may block in production locks and is interleaved with the others at every access of shared state, not only between events.
/// </summary>
[OnEventDoAction(typeof(GoEvent), nameof(Go))]
public abstract class BehaviourActor : Actor
{
    private BehaviourEvent? behaviour;

    /// <inheritdoc/>
    protected override Task OnInitializeAsync(Event initialEvent)
    {
        behaviour = (BehaviourEvent)initialEvent;
        return Task.CompletedTask;
    }

    private void Go()
    {
        var (name, body, coordinator) = (behaviour!.Name, behaviour.Body, behaviour.Coordinator);
        CallLines.Enter(name);
        Monitor<ProgressMonitor>(new BeganEvent(name));
        try
        {
            body();
        }
        catch (Violation violation)
        {
            Monitor<SafetyMonitor>(new ViolatedEvent(violation.Identity, violation.Message));
        }

        CallLines.Leave();
        Monitor<ProgressMonitor>(new EndedEvent(name));
        SendEvent(coordinator, new DoneEvent());
    }
}
