namespace Xvma.Model;

/// <summary>A member sends a message for the first time while another unmaps the queue: the message is sent, or the send is a bus error, and nothing is written to memory given back.</summary>
[Scenario("send against unmap", "MSG-8", "INS-6", "FLT-3", "INV-4", "INV-6")]
internal sealed class SendAgainstUnmap(World world) : Scenario(world)
{
    private QueueArrangement? queue;
    private Window window;

    protected override void Arrange()
    {
        var group = Group(uid: 1000, Sender, Remover);
        window = group.Maps(PageSize.Of64K, pages: 3);
        queue = QueueArrangement.Of(group.First, window);

        // The TLB has room for two: the neighbours push the queue out, and the send begins with a fault.
        group.First.Gru.Load<ulong>(window.Start + PageSize.Of64K.Bytes);
        group.First.Gru.Load<ulong>(window.Start + (2 * PageSize.Of64K.Bytes));
    }

    [Actor]
    private void Sender(FaultBehaviour me)
    {
        var sent = me.Send(queue!.Address, 1);
        Expect.OneOf(sent.Cause, FaultCause.None, FaultCause.NotMapped);
        Expect.That(sent.Status == MessageStatus.Done, "MSG-8", $"The send has ended with {sent}.");
    }

    [Actor]
    private void Remover(GroupBehaviour me) => Expect.Ok(me.Unmap(new(window.Start, PageSize.Of64K.Bytes)));
}
