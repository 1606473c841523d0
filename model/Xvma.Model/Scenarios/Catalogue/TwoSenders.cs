namespace Xvma.Model;

/// <summary>Two members send to one queue: both messages come, whole.</summary>
[Scenario("two senders", "MSG-2", "MSG-4", "INV-11")]
internal sealed class TwoSenders(World world) : Scenario(world)
{
    private QueueArrangement? queue;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, First, Second);
        queue = QueueArrangement.Of(group.First, group.Maps(PageSize.Of64K));
    }

    [Actor]
    private void First(FaultBehaviour me) => Send(me, 1);

    [Actor]
    private void Second(FaultBehaviour me) => Send(me, 2);

    protected override void AtRest() => QueueArrangement.Came(queue!.Rest(), [1], [2]);

    private void Send(FaultBehaviour me, ulong word) => Expect.That(me.Send(queue!.Address, word) == default, "MSG-2", "There is room, and it was not sent.");
}
