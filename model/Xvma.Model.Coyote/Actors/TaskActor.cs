namespace Xvma.Model.Coyote;

/// <summary>A thread of a task: maps, unmaps, joins, leaves, accesses memory.</summary>
public sealed class TaskActor : BehaviourActor;
