using Microsoft.Coyote.Actors;

namespace Xvma.Model.Coyote;

/// <summary>Tells the coordinator that one behaviour has been executed to its end.</summary>
public sealed class DoneEvent : Event;
