using Microsoft.Coyote.Actors;

namespace Xvma.Model.Coyote;

/// <summary>What the coordinator waits for, given to it when it is created.</summary>
/// <param name="actors">How many actors will be done.</param>
/// <param name="atRest">What to check then.</param>
public sealed class CrewEvent(int actors, Action atRest) : Event
{
    /// <summary>How many actors will be done.</summary>
    public int Actors { get; } = actors;

    /// <summary>What to check then.</summary>
    public Action AtRest { get; } = atRest;
}
