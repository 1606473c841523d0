namespace Xvma.Model.Coyote;

/// <summary>What happens to a shared_xmm group: members joining, leaving, its last one going.</summary>
public sealed class GroupActor : BehaviourActor;
