using Microsoft.Coyote.Actors;

namespace Xvma.Model.Coyote;

/// <summary>Tells an actor to execute its behaviour.</summary>
public sealed class GoEvent : Event;
