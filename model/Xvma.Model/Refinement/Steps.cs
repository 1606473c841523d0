using Tenet.Evaluation;
using Xvma.Spec.Formal;

namespace Xvma.Model.Refinement;

/// <summary>The actions of the specification that the code can be seen to take.</summary>
internal sealed class Steps(CompiledTheory theory)
{
    public CompiledAction Start { get; } = theory.Action("start");

    public CompiledAction Fork { get; } = theory.Action("fork");

    public CompiledAction ChangeUid { get; } = theory.Action("change uid");

    public CompiledAction Exit { get; } = theory.Action("exit");

    public CompiledAction Close { get; } = theory.Action("close");

    public CompiledAction Die { get; } = theory.Action("die");

    public CompiledAction Create { get; } = theory.Action("create");

    public CompiledAction Join { get; } = theory.Action("join");

    public CompiledAction Leave { get; } = theory.Action("leave");

    public CompiledAction AttachGroup { get; } = theory.Action("attach group");

    public CompiledAction DetachGroup { get; } = theory.Action("detach group");

    public CompiledAction Map { get; } = theory.Action("map");

    public CompiledAction Unmap { get; } = theory.Action("unmap");

    public CompiledAction Protect { get; } = theory.Action("protect");

    public CompiledAction Populate { get; } = theory.Action("populate");

    public CompiledAction AdviseFree { get; } = theory.Action("advise free");

    public CompiledAction DropContents { get; } = theory.Action("drop contents");

    public CompiledAction Move { get; } = theory.Action("move");

    public CompiledAction MoveMappings { get; } = theory.Action("move mappings");

    public CompiledAction EmptyGroup { get; } = theory.Action("empty group");

    public CompiledAction EmptyOnExec { get; } = theory.Action("empty on exec");

    public CompiledAction EmptyOnExit { get; } = theory.Action("empty on exit");

    public CompiledAction Purge { get; } = theory.Action("purge");

    public CompiledAction Forget { get; } = theory.Action("forget");

    public CompiledAction ChangeMappings { get; } = theory.Action("change mappings");

    public CompiledAction ChangeRights { get; } = theory.Action("change rights");

    public CompiledAction EndInvalidation { get; } = theory.Action("end invalidation");

    public CompiledAction ReleaseFrame { get; } = theory.Action("release frame");

    public CompiledAction ReturnFromInvalidation { get; } = theory.Action("return from invalidation");

    public CompiledAction Allocate { get; } = theory.Action("allocate");

    public CompiledAction AllocateTooLate { get; } = theory.Action("allocate too late");

    public CompiledAction Free { get; } = theory.Action("free");

    public CompiledAction LoadContext { get; } = theory.Action("load context");

    public CompiledAction UnloadContext { get; } = theory.Action("unload context");

    public CompiledAction DropContext { get; } = theory.Action("drop context");

    public CompiledAction Vacate { get; } = theory.Action("vacate");

    public CompiledAction Configure { get; } = theory.Action("configure");

    public CompiledAction Assign { get; } = theory.Action("assign");

    public CompiledAction PassOver { get; } = theory.Action("pass over");

    public CompiledAction Wrap { get; } = theory.Action("wrap");

    public CompiledAction Issue { get; } = theory.Action("issue");

    public CompiledAction Latch { get; } = theory.Action("latch");

    public CompiledAction Hit { get; } = theory.Action("hit");

    public CompiledAction Read { get; } = theory.Action("read");

    public CompiledAction Write { get; } = theory.Action("write");

    public CompiledAction Withdraw { get; } = theory.Action("withdraw all the same");

    public CompiledAction FindNoContext { get; } = theory.Action("find no context");

    public CompiledAction TakeException { get; } = theory.Action("take exception");

    public CompiledAction EndWithTheOtherOperand { get; } = theory.Action("end with the other operand");

    public CompiledAction Miss { get; } = theory.Action("miss");

    public CompiledAction TryAgain { get; } = theory.Action("try again");

    public CompiledAction Take { get; } = theory.Action("take");

    public CompiledAction IgnoreSpurious { get; } = theory.Action("ignore spurious");

    public CompiledAction GiveToUser { get; } = theory.Action("give to user");

    public CompiledAction ReadHandle { get; } = theory.Action("read handle");

    public CompiledAction SeeCalm { get; } = theory.Action("see calm");

    public CompiledAction SeeMapping { get; } = theory.Action("see mapping");

    public CompiledAction SeeNothing { get; } = theory.Action("see nothing");

    public CompiledAction SeeNoSpace { get; } = theory.Action("see no space");

    public CompiledAction Pin { get; } = theory.Action("pin");

    public CompiledAction Dropin { get; } = theory.Action("dropin");

    public CompiledAction Preload { get; } = theory.Action("preload");

    public CompiledAction LookAgain { get; } = theory.Action("look again");

    public CompiledAction Fail { get; } = theory.Action("fail");

    public CompiledAction RunOut { get; } = theory.Action("run out");

    public CompiledAction EndAtOnce { get; } = theory.Action("end at once");

    public CompiledAction EndWithTheTask { get; } = theory.Action("end with the task");

    public CompiledAction FailPartition { get; } = theory.Action("fail partition");

    public CompiledAction ReturnPartition { get; } = theory.Action("return partition");

    public CompiledAction LoseAccess { get; } = theory.Action("lose access");

    public CompiledAction Disturb { get; } = theory.Action("disturb");

    public CompiledAction LoseRequest { get; } = theory.Action("lose request");

    public CompiledAction Reissue { get; } = theory.Action("reissue");

    public CompiledAction GiveUp { get; } = theory.Action("give up");

    public CompiledAction Perish { get; } = theory.Action("perish");

    public CompiledAction RemoveForFailure { get; } = theory.Action("remove for failure");

    public CompiledAction ReleaseForExit { get; } = theory.Action("release for exit");

    public CompiledAction Make { get; } = theory.Action("make");

    public CompiledAction Remove { get; } = theory.Action("remove");

    public CompiledAction RemoveDone { get; } = theory.Action("remove done");

    public CompiledAction Get { get; } = theory.Action("get");

    public CompiledAction ReleasePermit { get; } = theory.Action("release permit");

    public CompiledAction AttachSegment { get; } = theory.Action("attach segment");

    public CompiledAction DetachSegment { get; } = theory.Action("detach segment");

    public CompiledAction Recall { get; } = theory.Action("recall");

    public CompiledAction GiveBackBorrowed { get; } = theory.Action("give back borrowed");

    public CompiledAction SeeNoRight { get; } = theory.Action("see no right");

    public CompiledAction Borrow { get; } = theory.Action("borrow");

    public CompiledAction AllocateForOwner { get; } = theory.Action("allocate for owner");

    public CompiledAction AllocateForOwnerTooLate { get; } = theory.Action("allocate for owner too late");
}
