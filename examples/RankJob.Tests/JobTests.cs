using Xvma;

namespace RankJob.Tests;

/// <summary>Jobs of real threads. Nothing is waited for but other ranks, and in the end nothing may be left.</summary>
public sealed class JobTests
{
    private const ulong Bytes = 200_000;

    public static TheoryData<int> Counts => [.. Enumerable.Range(1, 64)];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Ranks_of_any_number_exchange_add_up_and_end(int count)
    {
        var machine = Machine.Create(new() { Chiplets = 4 });
        using (var job = Job.Start(machine, count))
        {
            job.Run(Program);

            // They end in any order, and some have ended while others are still there.
            var order = job.Ranks.ToArray();
            new Random(count).Shuffle(order);
            foreach (var rank in order) rank.Task.Exit();
        }

        HoldsNothing(machine);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void A_job_runs_on_a_machine_with_less_of_everything_than_it_has_ranks(int count)
    {
        var machine = Machine.Create(new() { Chiplets = 1, ContextsPerChiplet = 2, TlbSets = 1, TlbWays = 4, AsidLimit = 64 });
        using (var job = Job.Start(machine, count)) job.Run(Program);
        HoldsNothing(machine);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void A_sum_of_many_rounds_is_right_in_each(int count)
    {
        var machine = Machine.Create();
        using (var job = Job.Start(machine, count))
        {
            job.Run(rank =>
            {
                for (var round = 0UL; round < 200; round++)
                    Assert.Equal((ulong)count * round + Triangle(count - 1), rank.AllReduce(round + (ulong)rank.Number));
            });
        }

        HoldsNothing(machine);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(8, 5)]
    public void A_rank_killed_in_the_middle_is_a_bus_error_to_the_others_and_nothing_hangs(int count, int killed)
    {
        var machine = Machine.Create();
        using (var job = Job.Start(machine, count))
        {
            var lost = Assert.Throws<AggregateException>(() => job.Run(rank =>
            {
                for (var round = 0UL; ; round++)
                {
                    rank.AllReduce(round);
                    rank.SendReceive((rank.Number + 1) % count, 0, Bytes, (rank.Number + count - 1) % count, Bytes);
                    if (round == 3 && rank.Number == (killed + 1) % count) job.Ranks[killed].Task.TryKill();
                }
            })).InnerExceptions;

            Assert.Equal(count, lost.Count);
            Assert.All(lost, each => Assert.IsType<RankLostException>(each));
            Assert.Equal(TaskState.Dead, job.Ranks[killed].Task.State);

            // Who meets the end of a rank ends itself, and others may meet that first.
            Assert.Contains(lost.Cast<RankLostException>(), each => each is { Cause: FaultCause.NotMapped } && each.Rank == killed);
            Assert.Single(lost.Cast<RankLostException>(), each => each.Cause == FaultCause.TaskGone && each.Rank == killed);
        }

        HoldsNothing(machine);
    }

    [Fact]
    public void A_rank_of_another_uid_sees_nothing_of_the_job()
    {
        var machine = Machine.Create();
        using (var job = Job.Start(machine, 2))
        using (var root = machine.StartTask(uid: 0))
        {
            foreach (var segment in machine.Snapshot().Segments) Assert.Equal(XvmaError.NotPermitted, root.TryGet(segment.Id).Error);
        }

        HoldsNothing(machine);
    }

    /// <summary>Each writes a pattern of its own, and takes its neighbour's: by a copy after a barrier, and by a rendezvous; then all add up.</summary>
    private static void Program(Rank rank)
    {
        var (right, left) = ((rank.Number + 1) % rank.Count, (rank.Number + rank.Count - 1) % rank.Count);
        rank.Gru.Fill(rank.At(rank.Number, 0), Bytes, (byte)rank.Number);
        rank.Gru.Store(rank.At(rank.Number, 8), Stamp(rank.Number));
        rank.Barrier();

        rank.Get(right, 0, Bytes, Bytes);
        Assert.Equal(Stamp(right), rank.Gru.Load<ulong>(rank.At(rank.Number, Bytes + 8)));
        Assert.Equal((byte)right, rank.Gru.Load<byte>(rank.At(rank.Number, (2 * Bytes) - 1)));

        Assert.Equal(Bytes, rank.SendReceive(right, 0, Bytes, left, 2 * Bytes));
        Assert.Equal(Stamp(left), rank.Gru.Load<ulong>(rank.At(rank.Number, (2 * Bytes) + 8)));

        Assert.Equal(Triangle(rank.Count), rank.AllReduce((ulong)rank.Number + 1));
        Assert.Equal((ulong)rank.Count, rank.AllReduce(1));
        rank.Put(left, 3 * Bytes, 8, sizeof(ulong));
        rank.Barrier();
        Assert.Equal(Stamp(right), rank.Gru.Load<ulong>(rank.At(rank.Number, 3 * Bytes)));
    }

    private static ulong Stamp(int rank) => 0xABCD_0000_0000_0000 + (ulong)rank;

    private static ulong Triangle(int n) => (ulong)(n * (n + 1) / 2);

    private static void HoldsNothing(Machine machine)
    {
        var now = machine.Snapshot();
        Assert.Empty(now.Tasks);
        Assert.Empty(now.Segments);
        Assert.Equal((0, 0), (now.LiveFrames, now.LiveBytes));
        Assert.All(now.Chiplets, chiplet => Assert.Empty(chiplet.Translations));
    }
}
