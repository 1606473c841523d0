using Microsoft.Coyote.Actors;

namespace Xvma.Model.Coyote;

/// <summary>What an actor is to do, given to it when it is created.</summary>
/// <param name="name">The actor's name in traces.</param>
/// <param name="body">Its behaviour.</param>
/// <param name="coordinator">Who is told of its end.</param>
public sealed class BehaviourEvent(string name, Action body, ActorId coordinator) : Event
{
    /// <summary>The actor's name in traces.</summary>
    public string Name { get; } = name;

    /// <summary>Its behaviour.</summary>
    public Action Body { get; } = body;

    /// <summary>Who is told of its end.</summary>
    public ActorId Coordinator { get; } = coordinator;
}
