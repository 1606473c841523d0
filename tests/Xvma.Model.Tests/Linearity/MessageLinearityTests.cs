using Braid;
using Xvma.Tests.Messages;

namespace Xvma.Model.Tests.Linearity;

public sealed class MessageLinearityTests(ITestOutputHelper output)
{
    private static readonly QueueCall Receive = new(QueueVerb.Receive);
    private static readonly QueueCall Stop = new(QueueVerb.Stop);
    private static readonly QueueCall Start = new(QueueVerb.Start);

    private static readonly Dictionary<string, MessageProgram> Programs = new()
    {
        ["two senders and a receiver"] = new([], [Receive, Receive], [Send(1)], [Send(2)]),
        ["a short message, then a long one that turns, and a receiver"] = new([], [Receive, Receive, Receive], [Send(1), Long(2)]),
        ["two who turn a queue used before"] = new([Long(1), Receive, Long(2), Receive], [Receive], [Send(3)], [Long(4)]),
        ["a full queue, of which a half is received"] = new([Send(1), Send(2), Long(3)], [Receive, Receive], [Send(4), Long(5)]),
        ["two who want the last line"] = new([Send(1), Long(2)], [Receive, Receive], [Send(3)], [Long(4)]),
        ["a queue stopped and started"] = new([], [Stop, Start, Receive], [Send(1), Send(2)]),
    };

    public static TheoryData<string> Names => [.. Programs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Clause", "MSG-2")]
    [Trait("Clause", "MSG-3")]
    [Trait("Clause", "MSG-5")]
    [Trait("Clause", "MSG-7")]
    public void A_queue_is_that_of_its_model_under_every_schedule(string name)
    {
        foreach (var memory in new[] { MemoryModel.SequentialConsistency, MemoryModel.TotalStoreOrder })
        {
            var result = Explorer.Run(() => Programs[name], new() { Workers = 1, MaxSchedules = 200_000, MemoryModel = memory }, stop: TestContext.Current.CancellationToken);

            output.WriteLine($"{memory}, {result.Verdict}: {result.Schedules} schedules, {result.Elapsed.TotalSeconds:F1} s");
            Assert.True(result.Failure is null, result.Failure?.Message);
            Assert.Equal(Verdict.Exhausted, result.Verdict);
        }
    }

    [Fact]
    [Trait("Clause", "MSG-3")]
    public void A_message_that_was_sent_is_not_received_while_one_before_it_is_not_whole()
    {
        // Calls of one instant would be more than is promised; that they are none is seen, so the checker sees.
        var result = Explorer.Run(
            () => new MessageProgram([], [Receive], [Send(1)], [Send(2)]) { IsAtOnce = true }, new() { Workers = 1 }, stop: TestContext.Current.CancellationToken);

        Assert.Equal((FailureKind.Safety, "LIN"), (result.Failure?.Kind, result.Failure?.Identity));
        Assert.Contains("└ Empty", result.Failure!.Message, StringComparison.Ordinal);
        output.WriteLine(result.Failure.Message);
    }

    private static QueueCall Send(ulong word) => new(QueueVerb.Take, word, 1);

    private static QueueCall Long(ulong word) => new(QueueVerb.Take, word, 8);
}
