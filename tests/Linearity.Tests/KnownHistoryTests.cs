using Linearity.Models;

namespace Linearity.Tests;

public sealed class KnownHistoryTests
{
    [Fact]
    public void Overlapping_calls_may_take_effect_in_either_order()
    {
        var history = new HistoryBuilder<QueueCall, long?>()
            .Invoke(0, new(1)).Invoke(1, new(2)).Respond(0, null).Respond(1, null)
            .Call(0, new(null), 2).Call(1, new(null), 1).Call(0, new(null), null)
            .Build();

        Assert.True(Linearizability.Check(new QueueModel(), history).IsLinearizable);
    }

    [Fact]
    public void A_queue_that_gives_the_later_of_two_elements_first_is_caught()
    {
        var history = new HistoryBuilder<QueueCall, long?>()
            .Call(0, new(1), null).Call(0, new(2), null).Call(1, new(null), 2)
            .Build();

        var found = Found(new QueueModel(), history);
        Assert.Equal([1L], found.Alternatives[2]);
    }

    [Fact]
    public void A_queue_that_gives_an_element_twice_is_caught()
    {
        var history = new HistoryBuilder<QueueCall, long?>()
            .Call(0, new(1), null).Invoke(0, new(null)).Invoke(1, new(null)).Respond(0, 1).Respond(1, 1)
            .Build();

        Assert.Equal(new long?[] { null }, Found(new QueueModel(), history).Alternatives[2]);
    }

    [Fact]
    public void Each_half_of_a_history_may_be_right_where_the_whole_is_not()
    {
        // Herlihy and Wing: two reads of one register that overlap a write see it and then do not.
        var history = new HistoryBuilder<RegisterCall, long>()
            .Invoke(0, Write(1)).Call(1, Read, 1).Call(2, Read, 0).Respond(0, 0)
            .Build();

        var found = Found(new RegisterModel(), history);
        Assert.Equal((5, 2), (found.Events, found.Operation));
        Assert.Equal([1L], found.Alternatives[2]);
        Assert.Equal([0L], found.Alternatives[1]);
    }

    [Fact]
    public void A_set_that_takes_one_element_in_twice_is_caught()
    {
        var history = new HistoryBuilder<SetCall, bool>()
            .Invoke(0, new(SetVerb.Add, 7)).Invoke(1, new(SetVerb.Add, 7)).Respond(0, true).Respond(1, true)
            .Build();

        Assert.Equal([false], Found(new SetModel(), history).Alternatives[1]);
    }

    [Fact]
    public void A_counter_that_loses_an_addition_is_caught()
    {
        var history = new HistoryBuilder<long, long>().Invoke(0, 1).Invoke(1, 1).Respond(0, 1).Respond(1, 1).Build();

        Assert.Equal([2L], Found(new CounterModel(), history).Alternatives[1]);
    }

    [Fact]
    public void A_lock_that_two_hold_is_caught()
    {
        var history = new HistoryBuilder<LockCall, bool>()
            .Call(0, new(LockVerb.Enter, 0), true).Invoke(1, new(LockVerb.Enter, 1)).Respond(1, true)
            .Build();

        var found = Found(new LockModel(), history);
        Assert.Equal(1, found.Operation);
        Assert.Empty(found.Alternatives);
    }

    [Fact]
    public void A_lock_may_be_handed_over_to_one_who_has_long_asked()
    {
        var history = new HistoryBuilder<LockCall, bool>()
            .Call(0, new(LockVerb.Enter, 0), true).Invoke(1, new(LockVerb.Enter, 1)).Call(2, new(LockVerb.TryEnter, 2), false)
            .Invoke(0, new(LockVerb.Exit, 0)).Respond(1, true).Respond(0, true)
            .Build();

        Assert.True(Linearizability.Check(new LockModel(), history).IsLinearizable);
    }

    [Fact]
    public void A_pending_call_may_have_taken_effect_and_may_not()
    {
        var seen = new HistoryBuilder<RegisterCall, long>().Invoke(0, Write(1)).Call(1, Read, 1).Build();
        var unseen = new HistoryBuilder<RegisterCall, long>().Invoke(0, Write(1)).Call(1, Read, 0).Build();
        var both = new HistoryBuilder<RegisterCall, long>().Invoke(0, Write(1)).Call(1, Read, 1).Call(1, Read, 0).Build();

        Assert.True(Linearizability.Check(new RegisterModel(), seen).IsLinearizable);
        Assert.True(Linearizability.Check(new RegisterModel(), unseen).IsLinearizable);
        Assert.False(Linearizability.Check(new RegisterModel(), both).IsLinearizable);
    }

    [Fact]
    public void What_returned_before_a_call_cannot_come_after_it()
    {
        var history = new HistoryBuilder<RegisterCall, long>().Call(0, Write(1), 0).Call(1, Read, 0).Build();

        Assert.Equal([1L], Found(new RegisterModel(), history).Alternatives[1]);
    }

    [Fact]
    public void The_prefix_shown_is_not_longer_than_it_must_be()
    {
        // The second answer of thread 1 would be wrong too, and what thread 0 is answered later decides nothing.
        var history = new HistoryBuilder<RegisterCall, long>()
            .Invoke(0, new(0, RegisterVerb.Add, 1)).Call(1, Read, 5).Call(1, Read, 6).Respond(0, 9)
            .Build();

        Assert.Equal(3, Found(new RegisterModel(), history).Events);
    }

    [Fact]
    public void An_answer_that_only_comes_later_is_not_held_against_the_prefix()
    {
        // By itself the prefix up to the read is right: the addition may have given 0. That it gave 3 is known only at the end.
        var history = new HistoryBuilder<RegisterCall, long>()
            .Invoke(0, new(0, RegisterVerb.Add, 1)).Call(1, Read, 1).Respond(0, 3)
            .Build();

        Assert.Equal(4, Found(new RegisterModel(), history).Events);
    }

    [Fact]
    public void More_open_calls_than_there_is_room_for_are_refused_in_a_sentence()
    {
        var builder = new HistoryBuilder<long, long>();
        for (var thread = 0; thread < 129; thread++) builder.Invoke(thread, 1);

        var refused = Assert.Throws<ArgumentException>(() => Linearizability.Check(new CounterModel(), builder.Build()));
        Assert.Contains("More than 128 calls", refused.Message, StringComparison.Ordinal);
    }

    private static RegisterCall Read => new(0, RegisterVerb.Read);

    private static RegisterCall Write(long value) => new(0, RegisterVerb.Write, value);

    private static Counterexample<TArgument, TResult> Found<TState, TArgument, TResult>(
        SequentialModel<TState, TArgument, TResult> model, History<TArgument, TResult> history)
    {
        var result = Linearizability.Check(model, history);
        Assert.False(result.IsLinearizable);
        return result.Counterexample!;
    }
}
