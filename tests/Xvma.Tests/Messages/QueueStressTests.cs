using Xvma.Tests.Support;

namespace Xvma.Tests.Messages;

/// <summary>Senders and a receiver on real threads, with the processor's own store buffers.</summary>
public sealed class QueueStressTests
{
    private const int Senders = 3;
    private const int Messages = 2_000;

    [Theory]
    [MemberData(nameof(StressedMachines.Names), MemberType = typeof(StressedMachines))]
    [Trait("Clause", "MSG-2")]
    [Trait("Clause", "MSG-3")]
    [Trait("Clause", "MSG-4")]
    public void Messages_of_several_senders_come_whole_each_once_and_in_the_order_of_each(string name)
    {
        var machine = Machine.Create(StressedMachines.All[name]);
        var receiver = machine.StartTask(uid: 7);
        var queue = receiver.MapPrivate(4096, PageSize.Of4K);
        receiver.Gru.CreateQueue(queue.Start, 3);
        var segment = receiver.MakeSegment(queue.Range);
        var received = new List<ulong>();
        var refused = 0;

        Running.Together([Receive, .. Enumerable.Range(1, Senders).Select(sender => (Action)(() => Send((ulong)sender)))]);

        Assert.Equal(Senders * Messages, received.Count);
        for (var sender = 1UL; sender <= Senders; sender++)
            Assert.Equal(Enumerable.Range(1, Messages).Select(number => (sender << 32) + (ulong)number), received.Where(word => word >> 32 == sender));
        receiver.Exit();
        Holds.Nothing(machine);

        void Receive()
        {
            var into = new ulong[MessageQueue.MostWords];
            var wait = new SpinWait();
            while (Volatile.Read(ref refused) == 0) wait.SpinOnce(sleep1Threshold: -1); // so that there is a flow to control
            while (received.Count < Senders * Messages)
            {
                if (receiver.Gru.Receive(queue.Start, into, out var words) == MessageStatus.Empty)
                {
                    wait.SpinOnce(sleep1Threshold: -1);
                    continue;
                }

                Assert.Equal(1 + (int)(into[0] % MessageQueue.MostWords), words);
                Assert.False(into.AsSpan(0, words).ContainsAnyExcept(into[0]));
                received.Add(into[0]);
            }
        }

        void Send(ulong sender)
        {
            using var task = machine.StartTask(uid: 7);
            var attached = task.AttachPrivate(task.Get(segment), 0, 4096, PageSize.Of4K).Start;
            var message = new ulong[MessageQueue.MostWords];
            var wait = new SpinWait();
            for (var number = 1UL; number <= Messages; number++)
            {
                var word = (sender << 32) + number;
                message.AsSpan().Fill(word);
                while (task.Gru.Send(attached, message.AsSpan(0, 1 + (int)(word % MessageQueue.MostWords))) == MessageStatus.Full)
                {
                    Interlocked.Increment(ref refused);
                    wait.SpinOnce(sleep1Threshold: -1);
                }
            }
        }
    }
}
