namespace Xvma.Model;

/// <summary>One thread reads shared memory, another of the same task leaves the group as its last member: group and memory go.</summary>
[Scenario("fault against last leave", "FLT-3", "GRP-5", "GRP-6", "IVL-1", "IVL-3", "INV-2", "INV-4", "INV-6", "TRD-1")]
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
