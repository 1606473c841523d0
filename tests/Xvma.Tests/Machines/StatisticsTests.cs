using Xvma.Sync;
using Xvma.Tests.Support;
using static Xvma.GruEvent;

namespace Xvma.Tests.Machines;

/// <summary>What a machine counts is what has happened (FLT-15).</summary>
[Trait("Clause", "FLT-15")]
public sealed class StatisticsTests
{
    [Fact]
    public void Each_event_of_a_run_on_one_thread_is_counted_once()
    {
        var machine = Machine.Create(new() { Chiplets = 1, ContextsPerChiplet = 1, AsidLimit = 24 });
        var last = machine.Statistics;
        Assert.All(last.All, each => Assert.Equal(0, each.Count));
        var one = machine.StartTask(uid: 7);
        var two = machine.StartTask(uid: 7);
        var window = one.MapPrivate(4 * 4096, PageSize.Of4K);
        two.MapPrivate(4096, PageSize.Of4K);
        Happens();

        one.Gru.Store(window.Start, 1UL); // no context: loads it, and learns the page size
        Happens((MissWithoutContext, 1), (CallOs, 1), (UserDone, 1), (ContextLoad, 1), (AsidAssigned, 1), (PageSizeAdded, 1));

        for (var round = 0; round < 100; round++) one.Gru.Store(window.Start, 2UL);
        Happens();

        one.Gru.Store(window.Start + 4096, 1UL); // a page without memory: the interrupt leaves it to the user
        Happens((MissInMap, 1), (Interrupt, 1), (InterruptReload, 1), (SwitchedToUser, 1), (CallOs, 1), (UserDone, 1));

        one.Protect(window.Range, Rights.Read);
        Happens((Invalidation, 1), (PurgeRange, 1));
        one.Gru.Load<ulong>(window.Start); // a page with memory: the interrupt does it all
        Happens((MissInMap, 1), (Interrupt, 1), (InterruptDone, 1));
        Assert.Equal(FaultCause.NotPermitted, one.Gru.TryStore(window.Start, 8, 1));
        Happens((MissInMap, 1), (Interrupt, 1), (InterruptException, 1), (NotPermitted, 1));
        Assert.Equal(FaultCause.NotMapped, one.Gru.TryLoad(window.Start + (1 << 30), 8, out _));
        Happens((MissInMap, 1), (Interrupt, 1), (InterruptException, 1), (NotMapped, 1));
        Assert.Equal(FaultCause.ProcessorAddress, one.Gru.TryLoad(new(8), 8, out _));
        Happens((ProcessorAddress, 1));
        Assert.Equal(FaultCause.Unaligned, one.Gru.TryLoad(new(9), 8, out _));
        Happens();

        two.Gru.Store(window.Start, 1UL); // steals the only context
        Happens(
            (MissWithoutContext, 1), (CallOs, 1), (UserReload, 1), (RoomWait, 1), (ContextSteal, 1), (ContextUnload, 1), (Retry, 1), (ContextLoad, 1),
            (AsidAssigned, 1), (PageSizeAdded, 1), (UserDone, 1));

        one.Unmap(window.Range); // not loaded: its ASIDs are forgotten
        Happens((Invalidation, 1), (PurgeForget, 1));
        two.CreateSharedXmm(); // the third block of two: a wrap, over which the loaded context keeps its own
        Happens((AsidAssigned, 1), (AsidWrap, 1), (FlushAll, 1));
        machine.ServeInterrupts(0);
        Happens((Interrupt, 1), (InterruptSpurious, 1));
        two.Exit();
        Assert.Equal(1, machine.Statistics.Since(last)[ContextUnload]);
        one.Exit();
        Assert.Equal(4, machine.Statistics.Dropins);

        void Happens(params (GruEvent What, long Count)[] expected)
        {
            var now = machine.Statistics;
            Assert.Equal(
                expected.OrderBy(pair => pair.What),
                now.Since(last).All.Where(each => each.Count != 0).Select(each => (each.Event, each.Count)));
            last = now;
        }
    }

    [Fact]
    public void Each_event_has_a_name_of_its_own_and_a_meaning()
    {
        var all = Machine.Create().Statistics.All.ToArray();
        Assert.Equal(Enum.GetValues<GruEvent>(), all.Select(each => each.Event));
        Assert.Equal(all.Length, all.Select(each => each.Name).Distinct().Count());
        Assert.All(all, each => Assert.True(each.Meaning.Length > 20 && each.Name == each.Name.Trim('.'), each.Name));
        var documented = System.Xml.Linq.XDocument.Load(Path.ChangeExtension(typeof(GruEvent).Assembly.Location, "xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value);
        Assert.All(all, each => Assert.Equal($"{each.Meaning}.", documented[$"F:Xvma.GruEvent.{each.Event}"], ignoreCase: true));
        foreach (var outcome in Enum.GetValues<DropinOutcome>())
        {
            Assert.Equal($"Interrupt{outcome}", (InterruptDone + (int)outcome).ToString());
            Assert.Equal($"User{outcome}", (UserDone + (int)outcome).ToString());
        }
    }

    [Theory]
    [MemberData(nameof(StressedMachines.Names), MemberType = typeof(StressedMachines))]
    public void Counts_of_many_threads_add_up(string name)
    {
        var machine = Machine.Create(StressedMachines.All[name]);
        Running.Together([.. Enumerable.Range(0, 3).Select<int, Action>(_ => () =>
        {
            using var task = machine.StartTask(uid: 7);
            for (var round = 0; round < 300; round++)
            {
                var window = task.MapPrivate(2 * 4096, PageSize.Of4K);
                task.Gru.Fill(window.Start, 2 * 4096, 1);
                task.Unmap(window.Range);
                Assert.Equal(FaultCause.NotMapped, task.Gru.TryLoad(window.Start, 8, out ulong _));
            }
        })]);

        var now = machine.Statistics;
        Assert.Equal(3 * 300, now[NotMapped]);
        Assert.Equal(3 * 300, now.Attempts(DropinOutcome.Exception));
        Assert.True(now[Invalidation] >= 3 * 300 && now.Dropins >= 3 * 600, now.ToString());
        Assert.Equal(now[MissInMap] + now[MissWithoutContext], now.Dropins + now.Attempts(DropinOutcome.Exception) + now[UserStale] + now[InterruptStale]);
        Assert.Equal(now[ContextLoad], now[ContextUnload]);
        Assert.Equal(now[AsidWrap], now[FlushAll]);
    }

    [Fact]
    public void A_tally_counts_what_each_thread_counts()
    {
        var tally = new Tally<NativeSync>(3, "tally");
        var threads = Enumerable.Range(0, 8).Select(_ => new Running(() =>
        {
            for (var i = 0; i < 10_000; i++) tally.Count(i % 2);
        })).ToArray();
        foreach (var thread in threads) thread.Join();
        Assert.Equal((40_000L, 40_000L, 0L), (tally.Read(0), tally.Read(1), tally.Read(2)));
    }
}
