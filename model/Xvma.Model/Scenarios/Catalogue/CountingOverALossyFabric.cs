namespace Xvma.Model;

/// <summary>Two tasks count in another partition's memory while requests are lost: each has counted once, whoever's was lost and however often.</summary>
[Scenario("counting over a lossy fabric", "PAR-6", "INS-4", "INS-14", "INS-15")]
internal sealed class CountingOverALossyFabric(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private Window first;
    private Window second;

    protected override MachineOptions Options => SmallMachine.TwoPartitions;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(TaskIn(1, uid: 1000));
        first = Counted(Task(uid: 1000, First));
        second = Counted(Task(uid: 1000, Second));
    }

    [Actor]
    private void First(TaskBehaviour me) => Expect.Value(me.FetchAdd(first.Start, 1), 7, 8);

    [Actor]
    private void Second(TaskBehaviour me) => Expect.Value(me.FetchAdd(second.Start, 1), 7, 8);

    [Actor]
    private static void Fabric(FabricBehaviour me) => Expect.Ok(me.Lose(1, 2));

    protected override void AtRest()
    {
        var counted = lent!.Owner.Gru.Load<ulong>(lent.Memory.Start);
        Expect.That(counted == 9, "INS-15", $"Two have counted from 7, and {counted} is what is there.");
    }

    private Window Counted(XvmaTask task)
    {
        var attached = lent!.AttachedBy(task);
        task.Gru.FetchAdd(attached.Start, 0UL);
        return attached;
    }
}
