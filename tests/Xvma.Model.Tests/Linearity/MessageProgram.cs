using Braid;
using Linearity;
using Xvma.Sync;
using Xvma.Tests.Messages;

namespace Xvma.Model.Tests.Linearity;

/// <summary>Members of a group who use one queue of the smallest size, whose answers must be those of its model.</summary>
/// <param name="before">What one of them calls while arranging.</param>
/// <param name="members">What each calls, in order.</param>
internal sealed class MessageProgram(QueueCall[] before, params QueueCall[][] members) : Braid.Program
{
    private HistoryRecorder<QueueCall, QueueAnswer>? recorder;

    public override string Name => "messages";

    /// <summary>Whether each call is to take effect at one instant, which is more than a queue promises.</summary>
    public bool IsAtOnce { get; init; }

    public override void Arrange(Stage stage)
    {
        var machine = World.Over<BraidSync>(SilentLog.Instance).CreateMachine(SmallMachine.Options with { ContextsPerChiplet = members.Length });
        var tasks = members.Select(_ => machine.StartTask(uid: 7)).ToArray();
        var group = tasks[0].CreateSharedXmm();
        foreach (var task in tasks[1..]) task.Join(group);
        var queue = tasks[0].MapShared(4096, PageSize.Of4K).Start;
        tasks[0].Gru.CreateQueue(queue, MessageQueue.FewestLines);
        foreach (var task in tasks) task.Gru.Store(queue + 16, 0UL); // what follows are hits
        foreach (var call in before) call.Perform(tasks[0].Gru, queue);
        recorder = new(members.Length, new CellClock());
        for (var member = 0; member < members.Length; member++)
        {
            var own = member;
            stage.Thread($"member {own}", () =>
            {
                var session = recorder.Begin(own);
                foreach (var call in members[own]) session.Call(call, () => call.Perform(tasks[own].Gru, queue));
            });
        }
    }

    public override void AtRest()
    {
        var model = new QueueModel(MessageQueue.FewestLines);
        var history = recorder!.ToHistory();
        var result = Linearizability.Check(new QueueModelFrom(model, before, IsAtOnce), IsAtOnce ? history : Apart(history));
        if (result.Counterexample is { } found) throw new Violation("LIN", HistoryColumns.Render(found));
    }

    /// <summary>The same history with a call at the same time for each instant of a send that was done, and of a receive.</summary>
    private History<QueueCall, QueueAnswer> Apart(History<QueueCall, QueueAnswer> history)
    {
        var builder = new HistoryBuilder<QueueCall, QueueAnswer>();
        foreach (var (number, isResponse) in history.Events)
        {
            var operation = history.Operations[number];
            Tell(operation.Thread, operation.Argument, operation.Result);
            var instants = Besides(operation.Argument.Verb, operation.Result.Status);
            for (var instant = 0; instant < instants.Length; instant++)
                Tell(operation.Thread + ((instant + 1) * members.Length), operation.Argument with { Verb = instants[instant] }, default);

            void Tell(int thread, QueueCall call, QueueAnswer answer)
            {
                if (isResponse) builder.Respond(thread, answer);
                else builder.Invoke(thread, call);
            }
        }

        return builder.Build();
    }

    private static QueueVerb[] Besides(QueueVerb verb, MessageStatus status) => (verb, status) switch
    {
        (QueueVerb.Take, MessageStatus.Done) => [QueueVerb.FillUp, QueueVerb.Publish],
        (QueueVerb.Receive, _) => [QueueVerb.PassOver],
        _ => [],
    };

    /// <summary>The model with what was called while arranging behind it.</summary>
    private sealed class QueueModelFrom(QueueModel model, QueueCall[] before, bool isAtOnce) : SequentialModel<QueueState, QueueCall, QueueAnswer>
    {
        public override QueueState Initial => before.Aggregate(model.Initial, (state, call) => model.Whole(state, call).After);

        public override IEnumerable<(QueueAnswer Result, QueueState After)> Outcomes(QueueState before, QueueCall argument) =>
            isAtOnce ? [model.Whole(before, argument)] : model.Outcomes(before, argument);
    }
}
