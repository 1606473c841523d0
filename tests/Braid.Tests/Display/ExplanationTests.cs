namespace Braid.Tests.Display;

/// <summary>What the sentences claim must be so; where nothing is to be claimed there is no sentence.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void A_thread_that_looked_again_is_not_said_to_have_acted_blindly()
    {
        var looked = new TraceScript("a", "b").Holds("x", "0").Holds("y", "0")
            .Load(0, "x").Store(1, "x", "1").Load(1, "y").Load(0, "x").Store(0, "y", "1");
        Assert.Empty(StaleRead.Find(looked.Trace));
        var blind = new TraceScript("a", "b").Holds("x", "0").Holds("y", "0")
            .Load(0, "x").Store(1, "x", "1").Load(1, "y").Store(0, "y", "1");
        var race = Assert.Single(StaleRead.Find(blind.Trace));
        Assert.Equal((1, 2, 4), (race.Known.Number, Assert.Single(race.Changes).Number, race.Act.Number));
    }

    [Fact]
    public void A_compare_exchange_that_succeeds_has_looked_again()
    {
        var trace = new TraceScript("a", "b").Holds("x", "0")
            .Load(0, "x").CompareExchange(1, "x", "0", "1").CompareExchange(1, "x", "1", "0").CompareExchange(0, "x", "0", "5").Trace;
        Assert.Empty(StaleRead.Find(trace));
    }

    [Fact]
    public void A_lone_thread_is_no_race()
    {
        var failure = new TraceScript("a", "b").Holds("x", "0").Store(0, "x", "1").Fails(FailureKind.Safety, "X", "x is 1", "alone");
        Assert.Equal("a alone gets there: no other thread takes part, so this is no race.", Assert.Single(Explanation.Of(failure)));
    }

    [Fact]
    public void A_wakeup_after_the_ticket_is_not_called_too_early()
    {
        var trace = new TraceScript("sleeper", "waker").Ticket(0, "queue", "0").Wake(1, "queue").Trace;
        Assert.Empty(StandStill.Unredeemed(trace));
        var (ticket, wake) = Assert.Single(StandStill.Unredeemed(new TraceScript("sleeper", "waker").Wake(1, "queue").Ticket(0, "queue", "1").Trace));
        Assert.Equal((2, 1), (ticket.Number, wake?.Number));
    }

    [Fact]
    public void A_lock_given_back_is_not_said_to_be_held()
    {
        var trace = new TraceScript("a", "b").Lock(0, "one").Lock(1, "two").Unlock(0, "one").Trace;
        Assert.Equal(["two"], StandStill.StillHeld(trace).Select(each => each.Step.Location));
    }

    [Fact]
    public void A_round_of_several_steps_is_found_where_it_begins()
    {
        var script = new TraceScript("a", "b").Holds("x", "0").Holds("y", "0").Load(1, "y").Store(1, "y", "2");
        for (var i = 0; i < 5; i++) script.Load(0, "x").Load(0, "y");
        var cycle = Cycle.AtEndOf(script.Trace);
        Assert.NotNull(cycle);
        Assert.Equal((3, 2, 5), (cycle.From.Number, cycle.Length, cycle.Times));
        Assert.Null(Cycle.AtEndOf(new TraceScript("a").Holds("x", "0").Load(0, "x").Store(0, "x", "1").Load(0, "x").Trace));
    }

    [Fact]
    public void A_round_that_counts_is_found_when_it_has_been_gone_often_enough()
    {
        TraceScript Counting(int rounds)
        {
            var script = new TraceScript("a", "b").Holds("x", "0").Holds("y", "0").Store(1, "y", "2");
            for (var i = 0; i < rounds; i++) script.Store(0, "x", $"{i}").Load(0, "y");
            return script;
        }

        var cycle = Cycle.AtEndOf(Counting(16).Trace);
        Assert.Equal((2, 2, 16, true), (cycle!.From.Number, cycle.Length, cycle.Times, cycle.HasOtherValues));
        Assert.Null(Cycle.AtEndOf(Counting(15).Trace));
    }

    [Fact]
    public void Freeing_a_block_meets_every_word_of_it_and_two_words_do_not_meet()
    {
        StepRecord Memory(int thread, OperationKind kind, string location, bool isWrite) =>
            new() { Thread = thread, Kind = kind, Location = location, Result = "0x0", IsWrite = isWrite };
        HashSet<string> Shared(params StepRecord[] steps)
        {
            var trace = new Trace { Threads = ["a", "b"], Steps = steps, Events = [] };
            return StepSelection.SharedAndChanged(trace, new(trace));
        }
        Assert.Equal(["memory 3"], Shared(
            Memory(0, OperationKind.LoadMemory, "memory 3 + 0x40", false), Memory(1, OperationKind.ReleaseMemory, "memory 3", true)));
        Assert.Empty(Shared(Memory(0, OperationKind.LoadMemory, "memory 3 + 0x40", false), Memory(1, OperationKind.StoreMemory, "memory 3 + 0x48", true)));
        Assert.Equal(["memory 3 + 0x40"], Shared(
            Memory(0, OperationKind.LoadMemory, "memory 3 + 0x40", false), Memory(1, OperationKind.StoreMemory, "memory 3 + 0x40", true)));
    }
}
