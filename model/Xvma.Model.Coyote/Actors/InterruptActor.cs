namespace Xvma.Model.Coyote;

/// <summary>The fault path that no task asked for: a chiplet's interrupt, reading and clearing the fault map.</summary>
public sealed class InterruptActor : BehaviourActor;
