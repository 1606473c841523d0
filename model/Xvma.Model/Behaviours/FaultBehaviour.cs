namespace Xvma.Model;

/// <summary>The user side of the fault path: a thread that issues instructions and, where polling is asked of it, resolves its faults.</summary>
public sealed class FaultBehaviour(XvmaTask task, Gru slot, ICallLog calls) : MemberBehaviour(task, slot, calls)
{
    /// <inheritdoc/>
    public override ActorRole Role => ActorRole.Task;
}
