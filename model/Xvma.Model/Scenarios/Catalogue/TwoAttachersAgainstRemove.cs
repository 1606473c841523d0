namespace Xvma.Model;

/// <summary>Of two tasks that have attached a segment which its owner removes, one reads through its attachment and the other detaches: all are done.</summary>
[Scenario("two attachers against remove", "XPM-6", "XPM-8", "INV-4", "INV-12", IsLongWithBuffers = true)]
internal sealed class TwoAttachersAgainstRemove(World world) : Scenario(world)
{
    private SegmentArrangement? lent;
    private Window first;
    private Window second;

    protected override MachineOptions Options => base.Options with { ContextsPerChiplet = 3 };

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000, Owner));
        var one = Task(uid: 1000, First);
        var other = Task(uid: 1000, Second);
        first = lent.AttachedBy(one);
        second = lent.AttachedBy(other);
        one.Gru.Load<ulong>(first.Start);
        other.Gru.Load<ulong>(second.Start);
    }

    [Actor]
    private void First(TaskBehaviour me) => Expect.ValueOr(FaultCause.NotMapped, me.Load(first.Start), 7);

    [Actor]
    private void Second(TaskBehaviour me) => Expect.Ok(me.Detach(second.Range));

    [Actor]
    private void Owner(TaskBehaviour me) => Expect.Ok(me.Remove(lent!.Segment));
}
