using Linearity;

namespace Xvma.Tests.Messages;

/// <summary>
/// What a queue must answer (chapter 16), call after call. A send has three instants: it takes its lines, fills up what it has left over, and is
/// whole; a receive, which waits for nobody, finds nothing in between, even when a later message is whole. It has two instants: it passes over what was
/// filled up, which may free a half, and then receives, which may free the other.
/// </summary>
/// <param name="lines">Of a half.</param>
internal sealed class QueueModel(int lines) : SequentialModel<QueueState, QueueCall, QueueAnswer>
{
    public override QueueState Initial => new([], Half: 0, Used: 0, Free: 0b10, ReceiveHalf: 0, Received: 0, HasPassed: false, IsStopped: false);

    public override IEnumerable<(QueueAnswer Result, QueueState After)> Outcomes(QueueState before, QueueCall argument) => argument.Verb switch
    {
        QueueVerb.Take => [Take(before, argument)],
        QueueVerb.FillUp => Mark(before, argument.Word, isMessage: false),
        QueueVerb.Publish => Mark(before, argument.Word, isMessage: true),
        QueueVerb.PassOver => [(default, PassOver(before) with { HasPassed = true })],
        QueueVerb.Receive => before.HasPassed ? [Receive(before with { HasPassed = false })] : [],
        _ => [(new(MessageStatus.Done, 0), before with { IsStopped = argument.Verb == QueueVerb.Stop })],
    };

    /// <summary>All of a call at once: for programs of one thread.</summary>
    public (QueueAnswer Result, QueueState After) Whole(QueueState before, QueueCall call)
    {
        if (call.Verb == QueueVerb.Receive) before = Outcomes(before, new(QueueVerb.PassOver)).Single().After;
        var outcome = Outcomes(before, call).Single();
        if (call.Verb != QueueVerb.Take || outcome.Result.Status != MessageStatus.Done) return outcome;
        var filled = Mark(outcome.After, call.Word, isMessage: false).Single().After;
        return Mark(filled, call.Word, isMessage: true).Single();
    }

    private (QueueAnswer Result, QueueState After) Take(QueueState before, QueueCall call)
    {
        var slot = new QueueSlot(call.Word, call.Words, IsWhole: false);
        if (before.IsStopped) return (new(MessageStatus.Nacked, 0), before);
        if (before.Used + slot.Lines <= lines)
            return (default, before with { Slots = before.Slots.Add(slot), Used = before.Used + slot.Lines });
        var other = 1 - before.Half;
        if ((before.Free >> other & 1) == 0) return (new(MessageStatus.Full, 0), before);
        var slots = before.Used < lines ? before.Slots.Add(new(call.Word, 0, IsWhole: false)) : before.Slots;
        return (default, before with { Slots = slots.Add(slot), Half = other, Used = slot.Lines, Free = before.Free & ~(1 << other) });
    }

    private static IEnumerable<(QueueAnswer Result, QueueState After)> Mark(QueueState before, ulong word, bool isMessage)
    {
        var slots = before.Slots;
        var message = slots.FirstOrDefault(slot => slot.Word == word && slot.Words > 0);
        if (message == default || (isMessage && slots.Any(slot => slot.Word == word && slot is { Words: 0, IsWhole: false }))) return [];
        var marked = slots.Select(slot => slot.Word == word && slot.Words > 0 == isMessage ? slot with { IsWhole = true } : slot);
        return [(default, before with { Slots = [.. marked] })];
    }

    private QueueState PassOver(QueueState state) =>
        state.Slots is [{ Words: 0, IsWhole: true }, ..] ? Pass(state with { Slots = state.Slots.RemoveAt(0), Received = state.Received + 1 }) : state;

    private (QueueAnswer Result, QueueState After) Receive(QueueState state)
    {
        if (state.Slots is not [{ Words: > 0, IsWhole: true } slot, ..]) return (new(MessageStatus.Empty, 0), state);
        state = Pass(state with { Slots = state.Slots.RemoveAt(0), Received = state.Received + slot.Lines });
        return (new(MessageStatus.Done, (slot.Word << 8) | (uint)slot.Words), state);
    }

    private QueueState Pass(QueueState state) => state.Received < lines ? state
        : state with { Free = state.Free | (1 << state.ReceiveHalf), ReceiveHalf = 1 - state.ReceiveHalf, Received = 0 };
}
