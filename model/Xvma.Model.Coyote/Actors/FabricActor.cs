namespace Xvma.Model.Coyote;

/// <summary>What watches over partitions and is in none of them: heartbeats, a monitor's looks, failure and return.</summary>
public sealed class FabricActor : BehaviourActor;
