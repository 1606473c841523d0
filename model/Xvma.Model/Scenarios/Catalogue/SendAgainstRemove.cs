namespace Xvma.Model;

/// <summary>A task sends through an attachment while the queue's owner removes the segment: after that the owner has received all of the message, or there is none.</summary>
[Scenario("send through an attachment against remove", "MSG-4", "MSG-8", "XPM-6", "INS-6", "INV-4")]
internal sealed class SendAgainstRemove(World world) : Scenario(world)
{
    private QueueArrangement? queue;
    private SegmentArrangement? lent;
    private Window attached;
    private Outcome<FaultCause> sent = null!;
    private Outcome<ulong> received = null!;

    protected override void Arrange()
    {
        lent = SegmentArrangement.Of(Task(uid: 1000, Owner));
        queue = QueueArrangement.Of(lent.Owner, lent.Memory);
        var attacher = Task(uid: 1000, Sender);
        attached = lent.AttachedBy(attacher);
        attacher.Gru.FetchAdd(attached.Start + (PageSize.Of64K.Bytes - 8), 1UL); // its translation is in the TLB
        sent = Outcome<FaultCause>("sent");
        received = Outcome<ulong>("received");
    }

    [Actor]
    private void Sender(FaultBehaviour me)
    {
        var tried = me.Send(attached.Start, 1, QueueArrangement.Long);
        Expect.OneOf(tried.Cause, FaultCause.None, FaultCause.NotMapped);
        Expect.That(tried.Status == MessageStatus.Done, "MSG-8", $"The send has ended with {tried}.");
        sent.Record(tried.Cause);
    }

    [Actor]
    private void Owner(TaskBehaviour me)
    {
        Expect.Ok(me.Remove(lent!.Segment));
        received.Record(QueueArrangement.WordOf(me.Receive(queue!.Address)));
    }

    protected override void AtRest()
    {
        Expect.That(received.Value == (sent.Value == FaultCause.None ? 1UL : 0), "MSG-8", "What was sent before the remove has returned is there then, and nothing comes later.");
        QueueArrangement.Came(queue!.Rest());
    }
}
