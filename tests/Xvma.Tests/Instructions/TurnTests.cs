using Xvma.Tests.Support;
using static Xvma.GruEvent;

namespace Xvma.Tests.Instructions;

/// <summary>Chapter 9, FLT-16 and FLT-17, on real threads: who may displace entries, and when.</summary>
public sealed class TurnTests
{
    private const int Copiers = 4;

    private static readonly PageSize Size = PageSize.Of4K;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [Trait("Clause", "FLT-16")]
    [Trait("Clause", "FLT-17")]
    public void Copies_that_crowd_one_set_all_end(int missesBeforeTurn)
    {
        var machine = Machine.Create(new() { Chiplets = 1, SlotsPerContext = 2, TlbSets = 1, TlbWays = 2, MissesBeforeTurn = missesBeforeTurn });
        Running.Together([.. Enumerable.Range(1, Copiers).Select<int, Action>(number => () =>
        {
            using var task = machine.StartTask(uid: 7);
            var pages = task.MapPrivate(2 * Size.Bytes, Size);
            for (var round = 0; round < 2_000; round++)
            {
                var value = ((ulong)number << 32) + (ulong)round;
                task.Gru.Store(pages.Start, value);
                task.Gru.Copy(pages.Start, pages.Start + Size.Bytes, 8);
                Assert.Equal(value, task.Gru.Load<ulong>(pages.Start + Size.Bytes));
            }
        })]);

        Assert.Equal(machine.Statistics[MissInMap] + machine.Statistics[MissWithoutContext], machine.Statistics.Dropins + machine.Statistics[UserStale] + machine.Statistics[InterruptStale]);
    }

    [Fact]
    [Trait("Clause", "FLT-16")]
    public void A_copy_that_meets_nobody_takes_no_turn()
    {
        var machine = Machine.Create(new() { Chiplets = 1, TlbSets = 1, TlbWays = 2 });
        using var task = machine.StartTask(uid: 7);
        var pages = task.MapPrivate(8 * Size.Bytes, Size);
        for (var page = 0UL; page < 7; page++) task.Gru.Copy(pages.Start + (page * Size.Bytes), pages.Start + ((page + 1) * Size.Bytes), Size.Bytes);

        Assert.Equal(0, machine.Statistics[Turn]);
        Assert.Equal(0, machine.Statistics[Undisplaced]);
    }

    [Fact]
    [Trait("Clause", "FLT-16")]
    public void An_instruction_that_misses_as_often_as_the_machine_allows_takes_the_turn_and_gives_it_back()
    {
        // A copy misses twice: the second time in its turn.
        var machine = Machine.Create(new() { Chiplets = 1, TlbSets = 1, TlbWays = 2, MissesBeforeTurn = 1 });
        using var task = machine.StartTask(uid: 7);
        var pages = task.MapPrivate(4 * Size.Bytes, Size);
        task.Gru.Store(pages.Start + (3 * Size.Bytes), 7UL); // the context is loaded now
        task.Gru.Copy(pages.Start, pages.Start + Size.Bytes, 8);
        Assert.Equal(1, machine.Statistics[Turn]);

        // Nothing is mapped at its destination: it ends in an exception, in its turn, and the next one can take it.
        Assert.Equal(FaultCause.NotMapped, task.Gru.TryCopy(pages.Start + (2 * Size.Bytes), pages.Start + (4 * Size.Bytes), 8, out _));
        Assert.Equal(2, machine.Statistics[Turn]);
        task.Gru.Copy(pages.Start, pages.Start + (3 * Size.Bytes), 8);
        Assert.Equal(3, machine.Statistics[Turn]);
        Assert.Equal(0, machine.Statistics[Undisplaced]);
    }

    [Fact]
    [Trait("Clause", "FLT-16")]
    public void The_turn_goes_round_in_the_order_of_asking()
    {
        var turns = new Turns<Sync.NativeSync>(0);
        var slots = Enumerable.Range(0, 3).Select(index => new Cbr<Sync.NativeSync>(index, task: 1)).ToArray();
        Assert.DoesNotContain(slots, turns.IsAnothers);

        turns.Take(slots[0], task: 1);
        Assert.Equal([false, true, true], slots.Select(turns.IsAnothers));
        var second = Asks(turns, slots[1]);
        turns.GiveBack();
        second.Join();
        Assert.Equal([true, false, true], slots.Select(turns.IsAnothers));

        turns.GiveBack();
        Assert.DoesNotContain(slots, turns.IsAnothers);
    }

    private static Running Asks(Turns<Sync.NativeSync> turns, Cbr<Sync.NativeSync> slot) => new(() => turns.Take(slot, task: 1));
}
