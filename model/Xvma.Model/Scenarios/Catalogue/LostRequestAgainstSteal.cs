namespace Xvma.Model;

/// <summary>Between two tries of an instruction another task takes the room of its context: the next try finds where it is loaded then.</summary>
[Scenario("lost request against steal", "PAR-6", "INS-14", "CTX-6", "CTX-8", "INV-2", "INV-12")]
internal sealed class LostRequestAgainstSteal(World world) : Scenario(world)
{
    private Window far;
    private Window near;

    protected override MachineOptions Options => SmallMachine.TwoPartitions with { ContextsPerChiplet = 1 };

    protected override void Arrange()
    {
        var lent = SegmentArrangement.Of(TaskIn(1, uid: 1000));
        var thief = Task(uid: 1000, Thief);
        near = thief.MapPrivate(PageSize.Of64K.Bytes, PageSize.Of64K);
        thief.Gru.Store(near.Start, 1UL);
        var reader = Task(uid: 1000, Reader);
        far = lent.AttachedBy(reader);
        reader.Gru.Load<ulong>(far.Start);
        Machine.LoseRequests(1, 1);
    }

    [Actor]
    private void Reader(TaskBehaviour me) => Expect.Value(me.Load(far.Start), 7);

    [Actor]
    private void Thief(TaskBehaviour me) => Expect.Value(me.Load(near.Start), 1);
}
