using FsCheck;
using FsCheck.Fluent;

namespace Xvma.Tests.Messages;

/// <summary>Random programs on a queue, and on its model.</summary>
public sealed class QueueProgramTests(ITestOutputHelper output)
{
    private const ulong Seed = 0x5EED_2016;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [Trait("Clause", "MSG-2")]
    [Trait("Clause", "MSG-3")]
    [Trait("Clause", "MSG-5")]
    [Trait("Clause", "MSG-6")]
    [Trait("Clause", "MSG-7")]
    public void A_queue_answers_as_its_model_does(int lines)
    {
        var answers = new HashSet<MessageStatus>();
        Check(program => FirstDifference(program, lines, lines, answers));
        Assert.Superset(new HashSet<MessageStatus> { MessageStatus.Done, MessageStatus.Full, MessageStatus.Empty, MessageStatus.Nacked }, answers);
    }

    [Fact]
    public void A_model_of_another_size_is_told_from_the_queue()
    {
        var failure = Assert.ThrowsAny<Exception>(() => Check(program => FirstDifference(program, 3, 2, [])));
        output.WriteLine(failure.Message);
        Assert.Contains("instead of", failure.Message, StringComparison.Ordinal);
    }

    private static string? FirstDifference((int Verb, int Words)[] program, int lines, int modelLines, HashSet<MessageStatus> answers)
    {
        var machine = Machine.Create(new() { TlbSets = 1, TlbWays = 2 });
        using var task = machine.StartTask(uid: 7);
        var queue = task.MapPrivate(4096, PageSize.Of4K).Start;
        task.Gru.CreateQueue(queue, lines);
        var model = new QueueModel(modelLines);
        var state = model.Initial;
        for (var step = 0; step < program.Length; step++)
        {
            var call = program[step].Verb switch
            {
                < 9 => new QueueCall(QueueVerb.Take, (ulong)step + 1, program[step].Words),
                < 17 => new(QueueVerb.Receive),
                17 => new(QueueVerb.Stop),
                _ => new(QueueVerb.Start),
            };
            var did = call.Perform(task.Gru, queue);
            (var should, state) = model.Whole(state, call);
            if (did != should) return $"step {step}, {call}: {did} instead of {should}";
            answers.Add(did.Status);
        }

        return null;
    }

    private void Check(Func<(int, int)[], string?> firstDifference)
    {
        output.WriteLine($"seed {Seed:x}");
        var step = Gen.Choose(0, 20).SelectMany(verb => Gen.Choose(1, MessageQueue.MostWords).Select(words => (verb, words)));
        Prop.ForAll(step.ArrayOf().ToArbitrary(), program => firstDifference(program) is not { } difference ? true.ToProperty() : false.Label(difference))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithStartSize(10).WithEndSize(200).WithReplay(Seed, 1UL));
    }
}
