namespace Xvma.Model;

/// <summary>One thread reads shared memory, another of the same task leaves the group as its last member: group and memory go.</summary>
[Scenario(
    "fault against last leave",
    "GRP-6", "MEM-2", "MEM-4", "MEM-5", "FLT-3", "FLT-7", "FLT-10", "CTX-7", "IVL-1", "IVL-4", "IVL-6", "IVL-10", "TRD-1", "TRD-2",
    "TRD-3", "TRD-8", "INV-2", "INV-4", "INV-7", "INV-8")]
internal sealed class FaultAgainstLastLeave(World world) : Scenario(world)
{
    private Window window;

    protected override void Arrange() => window = Group(Task(uid: 1000, Reader, Leaver)).Maps(PageSize.Of64K);

    [Actor]
    private void Reader(FaultBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(window.Start), 0);

    [Actor]
    private void Leaver(GroupBehaviour me) => Expect.Ok(me.Leave());

    protected override void AtRest() => Expect.That(Machine.Snapshot().Groups.IsEmpty, "GRP-6", "The group outlived its last member.");
}
