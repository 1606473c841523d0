using Braid;
using Microsoft.Coyote.Actors;
using Actor = Microsoft.Coyote.Actors.Actor;

namespace Xvma.Model.Coyote;

/// <summary>Waits for all behaviours and checks then what must hold at rest.</summary>
[OnEventDoAction(typeof(DoneEvent), nameof(OneIsDone))]
public sealed class CoordinatorActor : Actor
{
    private CrewEvent? crew;
    private int done;

    /// <inheritdoc/>
    protected override Task OnInitializeAsync(Event initialEvent)
    {
        crew = (CrewEvent)initialEvent;
        return Task.CompletedTask;
    }

    private void OneIsDone()
    {
        if (++done < crew!.Actors) return;
        try
        {
            crew.AtRest();
        }
        catch (Violation violation)
        {
            Monitor<SafetyMonitor>(new ViolatedEvent(violation.Identity, violation.Message));
        }
    }
}
