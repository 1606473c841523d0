namespace Braid.Tests.Replaying;

/// <summary>What became of <see cref="EditedProgram"/> after its schedule was recorded.</summary>
public enum Edit
{
    None,
    NewCell,
    NewBlock,
    NewThread,
    NewThreadOfTheSameName,
    NewOperation,
    NewOperationTwice,
    NewSharedOperation,
    OperationGone,
    ThreadGone,
    RenamedThread,
    NewOperationOnWhatOthersUse,
    SharedOperationGone,
    Fixed,
}
