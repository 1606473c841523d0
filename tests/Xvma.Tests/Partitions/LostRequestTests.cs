namespace Xvma.Tests.Partitions;

/// <summary>Requests that the fabric loses, and the instructions that are tried again for it (PAR-6, INS-14, INS-15).</summary>
public sealed class LostRequestTests
{
    private const int Most = 3;

    [Theory]
    [Trait("Clause", "INS-14")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(Most)]
    public void What_is_lost_up_to_three_times_the_program_does_not_notice(int lost)
    {
        using var fabric = new Fabric();
        var (gru, at) = (fabric.Here.Gru, fabric.Attached.Start);
        gru.Load<ulong>(at);
        var before = fabric.Machine.Statistics;

        Lose(fabric, lost);
        Assert.Equal(1UL, gru.Load<ulong>(at));
        Lose(fabric, lost);
        gru.Store(at, 5UL);
        Lose(fabric, lost);
        Assert.Equal(5UL, gru.Swap(at, 6UL));

        var counted = fabric.Machine.Statistics.Since(before);
        Assert.Equal(3 * lost, counted[GruEvent.LostRequest]);
        Assert.Equal(3 * lost, counted[GruEvent.Reissue]);
        Assert.Equal(0, counted[GruEvent.RequestLost]);
        Assert.Equal(6UL, fabric.There.Gru.Load<ulong>(fabric.Memory.Start));
    }

    [Fact]
    [Trait("Clause", "INS-14")]
    [Trait("Clause", "INS-15")]
    public void What_is_lost_a_fourth_time_ends_in_an_exception()
    {
        using var fabric = new Fabric();
        var (gru, at) = (fabric.Here.Gru, fabric.Attached.Start);
        gru.Store(at, 1UL);
        var before = fabric.Machine.Statistics;

        Lose(fabric, Most + 1);
        Assert.Equal(FaultCause.RequestLost, gru.TryLoad(at, 8, out _));
        Lose(fabric, Most + 1);
        Assert.Equal(FaultCause.RequestLost, gru.TryStore(at, 8, 2));
        Lose(fabric, Most + 1);
        Assert.Equal(FaultCause.RequestLost, gru.TryFetchAdd(at, 8, 2, out _));

        var counted = fabric.Machine.Statistics.Since(before);
        Assert.Equal(3 * (Most + 1), counted[GruEvent.LostRequest]);
        Assert.Equal(3 * Most, counted[GruEvent.Reissue]);
        Assert.Equal(3, counted[GruEvent.RequestLost]);
        Assert.Equal(1UL, gru.Load<ulong>(at)); // nothing is lost any more, and nothing has been done
    }

    [Fact]
    [Trait("Clause", "INS-14")]
    public void A_miss_between_two_tries_does_not_give_it_more_of_them()
    {
        using var fabric = new Fabric();
        Lose(fabric, Most);
        Assert.Equal(FaultCause.None, fabric.Reads(page: 1)); // its first access: it misses, and then loses three requests
        Lose(fabric, Most + 1);
        Assert.Equal(FaultCause.RequestLost, fabric.Reads(page: 2));
    }

    [Fact]
    [Trait("Clause", "INS-15")]
    public void An_atomic_operation_is_done_once_however_often_it_is_tried()
    {
        using var fabric = new Fabric();
        var (gru, at) = (fabric.Here.Gru, fabric.Attached.Start);
        for (var round = 0; round < 40; round++)
        {
            Lose(fabric, round % (Most + 1));
            Assert.Equal(1UL + (ulong)round, gru.FetchAdd(at, 1UL));
        }

        Assert.Equal(41UL, fabric.There.Gru.Load<ulong>(fabric.Memory.Start));
    }

    [Fact]
    [Trait("Clause", "INS-14")]
    [Trait("Clause", "INS-15")]
    public void Every_piece_has_its_own_tries()
    {
        using var fabric = new Fabric();
        var (gru, at) = (fabric.Here.Gru, fabric.Attached.Start);
        var own = fabric.Here.MapPrivate(4 * Fabric.Page, PageSize.Of64K).Start;

        // Each page of another partition is a request: three losses go to the first, and it is made by the fourth.
        Lose(fabric, Most);
        gru.Copy(at, own, 4 * Fabric.Page);
        Assert.Equal(4UL, gru.Load<ulong>(own + (3 * Fabric.Page)));

        Lose(fabric, Most + 1);
        Assert.Equal(FaultCause.RequestLost, gru.TryCopy(at, own, 4 * Fabric.Page, out var copied));
        Assert.Equal(0UL, copied);

        // From its own memory into the other partition's: the first piece is made, the second is not reached.
        gru.Store(own, 9UL);
        Lose(fabric, Machine.AllRequests);
        Assert.Equal(FaultCause.RequestLost, gru.TryFill(at, Fabric.Page, 1, out var filled));
        Assert.Equal(0UL, filled);
        Lose(fabric, 0);
        gru.Fill(at, 2 * Fabric.Page, 1);
        Assert.Equal(0x0101_0101_0101_0101UL, fabric.There.Gru.Load<ulong>(fabric.Memory.Start + Fabric.Page));
    }

    [Fact]
    [Trait("Clause", "PAR-6")]
    public void Its_own_memory_is_reached_all_the_same()
    {
        using var fabric = new Fabric();
        Lose(fabric, Machine.AllRequests);
        Assert.Equal(1UL, fabric.There.Gru.Load<ulong>(fabric.Memory.Start));
        var own = fabric.Here.MapPrivate(Fabric.Page, PageSize.Of64K).Start;
        fabric.Here.Gru.Store(own, 1UL);
        Assert.Equal(0, fabric.Machine.Statistics[GruEvent.LostRequest]);
    }

    [Fact]
    [Trait("Clause", "PAR-6")]
    public void All_are_lost_until_told_otherwise()
    {
        using var fabric = new Fabric();
        Lose(fabric, Machine.AllRequests);
        for (var round = 0; round < 100; round++) Assert.Equal(FaultCause.RequestLost, fabric.Reads());
        Lose(fabric, 0);
        Assert.Equal(FaultCause.None, fabric.Reads());
        Lose(fabric, Machine.AllRequests);
        Lose(fabric, 1); // in place of those
        Assert.Equal(FaultCause.None, fabric.Reads());
        Assert.Equal(401, fabric.Machine.Statistics[GruEvent.LostRequest]);
    }

    [Fact]
    [Trait("Clause", "PAR-6")]
    [Trait("Clause", "PAR-2")]
    public void A_failure_ends_the_losses()
    {
        using var fabric = new Fabric();
        Lose(fabric, Machine.AllRequests);
        fabric.Machine.FailPartition(Fabric.Far);
        Assert.Equal(FaultCause.PartitionFailed, fabric.Reads());
        Assert.Equal(0, fabric.Machine.Statistics[GruEvent.LostRequest]);
        fabric.Here.Detach(fabric.Attached.Range);
        fabric.Machine.ReturnPartition(Fabric.Far);
        using var again = fabric.Machine.StartTask(uid: 7, Fabric.Far);
        fabric.Here.Join(again.CreateSharedXmm());
        var far = again.MapShared(Fabric.Page, PageSize.Of64K);
        fabric.Here.Gru.Store(far.Start, 1UL);
        Assert.Equal(0, fabric.Machine.Statistics[GruEvent.LostRequest]);
    }

    [Fact]
    [Trait("Clause", "PAR-6")]
    public void What_cannot_be_lost_is_refused()
    {
        using var fabric = new Fabric();
        Assert.Equal(XvmaError.NoSuchPartition, fabric.Machine.TryLoseRequests(2, 1).Error);
        Assert.Equal(XvmaError.OnlyPartition, Machine.Create().TryLoseRequests(0, 1).Error);
        Assert.Throws<ArgumentOutOfRangeException>(() => fabric.Machine.TryLoseRequests(Fabric.Far, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => fabric.Machine.TryLoseRequests(Fabric.Far, Machine.AllRequests + 1));
        fabric.Machine.FailPartition(Fabric.Far);
        Assert.Equal(XvmaError.PartitionFailed, fabric.Machine.TryLoseRequests(Fabric.Far, 1).Error);
    }

    [Fact]
    [Trait("Clause", "PAR-6")]
    [Trait("Clause", "PAR-2")]
    public void Losses_beats_and_frames_do_not_disturb_each_other()
    {
        using var fabric = new Fabric(new() { MissedLooks = 2 });
        fabric.Machine.Look(Fabric.Far);
        for (var round = 0; round < 5_000; round++)
        {
            Lose(fabric, Machine.AllRequests - 1 - (round % 5));
            fabric.Machine.Beat(Fabric.Far);
            Assert.Equal(Heartbeat.Beating, fabric.Machine.Look(Fabric.Far));
        }

        Assert.Equal(4, fabric.Second.LiveFrames);
        Lose(fabric, 1);
        Assert.Equal(Heartbeat.Missed, fabric.Machine.Look(Fabric.Far)); // a loss is no beat
        Assert.Equal(FaultCause.None, fabric.Reads());
        Assert.Equal(Heartbeat.Failed, fabric.Machine.Look(Fabric.Far));
        Assert.Equal(FaultCause.PartitionFailed, fabric.Reads());
    }

    [Fact]
    [Trait("Clause", "INS-14")]
    public void Trying_again_allocates_nothing()
    {
        using var fabric = new Fabric();
        var (gru, at) = (fabric.Here.Gru, fabric.Attached.Start);
        Round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++) Round();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Round()
        {
            fabric.Machine.TryLoseRequests(Fabric.Far, Most + 2);
            gru.TryLoad(at, 8, out _);
            gru.TryFill(at, 64, 1, out _);
        }
    }

    private static void Lose(Fabric fabric, int requests) => fabric.Machine.LoseRequests(Fabric.Far, requests);
}
