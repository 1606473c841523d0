using Xvma.Sync;
using Bytes = Xvma.Sync.SharedMemory<Braid.BraidSync>;

namespace Braid.Tests;

public sealed class MemoryTests
{
    private static ExplorationResult Explored(Action<Stage, long> arrange) =>
        Explore.All(Lambda.Of(stage => arrange(stage, Bytes.Reserve(8192))));

    [Fact]
    public void An_access_after_the_release_is_a_violation_that_names_the_block()
    {
        Func<Program> program = Lambda.Of(stage =>
        {
            var block = Bytes.Reserve(4096);
            stage.Thread("user", () => Bytes.Store(block + 64, 8, 1));
            stage.Thread("owner", () => Bytes.Release(block, 4096));
        });
        var failure = Explore.All(program).Failure!;

        Assert.Equal((FailureKind.Safety, "INV-6"), (failure.Kind, failure.Identity));
        Assert.Equal("StoreMemory of 8 bytes at memory 1 + 0x40, which has been released.", failure.Message);
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(program, failure.Schedule).Outcome);
    }

    [Fact]
    public void An_access_that_the_release_waits_for_is_none()
    {
        var result = Explored((stage, block) =>
        {
            var done = new Cell("done");
            stage.Thread("user", () =>
            {
                Bytes.Store(block + 64, 8, 1);
                done.Store(1);
            });
            stage.Thread("owner", () =>
            {
                done.SpinWhile(0);
                Bytes.Release(block, 8192);
            });
        });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
    }

    [Theory]
    [InlineData("twice", "ReleaseMemory of 8192 bytes at memory 1, which has been released already.")]
    [InlineData("part", "ReleaseMemory of 4096 bytes at memory 1, which was reserved with 8192 bytes.")]
    [InlineData("beyond", "LoadMemory of 8 bytes at memory 1 + 0x2000, not aligned and inside of its 8192 bytes.")]
    [InlineData("unaligned", "LoadMemory of 8 bytes at memory 1 + 0x4, not aligned and inside of its 8192 bytes.")]
    [InlineData("copy", "CopyTo of 8192 bytes at memory 1 + 0x1, not aligned and inside of its 8192 bytes.")]
    [InlineData("null", "LoadMemory of 8 bytes at 0x0, which was never reserved.")]
    public void Each_misuse_of_memory_is_told(string misuse, string message)
    {
        var result = Explored((stage, block) => stage.Thread("thread", () =>
        {
            switch (misuse)
            {
                case "twice":
                    Bytes.Release(block, 8192);
                    Bytes.Release(block, 8192);
                    break;
                case "part":
                    Bytes.Release(block, 4096);
                    break;
                case "beyond":
                    Bytes.Load(block + 8192, 8);
                    break;
                case "unaligned":
                    Bytes.Load(block + 4, 8);
                    break;
                case "copy":
                    Bytes.Copy(block, block + 1, 8192);
                    break;
                default:
                    Bytes.Load(0, 8);
                    break;
            }
        }));

        Assert.Equal("INV-6", result.Failure!.Identity);
        Assert.Equal(message, result.Failure.Message);
    }

    [Fact]
    public void Bytes_behave_as_bytes_do()
    {
        var result = Explored((stage, block) => stage.Thread("thread", () =>
        {
            Bytes.Store(block, 8, 0x1122_3344_5566_7788);
            Assert.Equal(0x7788u, Bytes.Load(block, 2));
            Assert.Equal(0x11u, Bytes.Load(block + 7, 1));
            Bytes.Store(block + 4, 4, 0xFFFF_FFFF_0000_0001);
            Assert.Equal(0x0000_0001_5566_7788u, Bytes.Load(block, 8));
            Assert.Equal(1u, Bytes.FetchAdd(block + 4, 4, ulong.MaxValue));
            Assert.Equal(0x5566_7788u, Bytes.Exchange(block, 8, 5));
            Assert.Equal(5u, Bytes.CompareExchange(block, 4, 6, 0xFFFF_FFFF_0000_0005));
            Assert.Equal(6u, Bytes.CompareExchange(block, 8, 7, 5));
            Assert.Equal(6u, Bytes.Load(block, 8));
            Bytes.Fill(block + 4090, 100, 0xAB);
            Assert.Equal(0xABABu, Bytes.Load(block + 4096, 2));
            Bytes.Copy(block + 4080, block + 4084, 4000);
            Assert.Equal(0xABAB_0000u, Bytes.Load(block + 4092, 4));
            Bytes.Copy(block, block + 4095, 1);
            Assert.Equal(6u, Bytes.Load(block + 4095, 1));
        }));

        Assert.Null(result.Failure);
        Assert.Equal(Verdict.Exhausted, result.Verdict);
    }

    [Theory]
    [InlineData(0, 8, 1)]
    [InlineData(0, 4, 2)]
    [InlineData(0, 0, 2)]
    public void Accesses_race_when_they_meet_in_eight_bytes(int first, int second, int expected)
    {
        var result = Explored((stage, block) =>
        {
            stage.Thread("first", () => Bytes.Store(block + first, 4, 1));
            stage.Thread("second", () => Bytes.Store(block + second, 4, 2));
            stage.Thread("third", () => Bytes.Load(block + 8192 - 8, 8));
        });

        Assert.Equal(expected, result.Traces);
    }

    [Fact]
    public void A_copy_reads_in_one_step_and_writes_in_another()
    {
        HashSet<ulong> seen = [];
        var result = Explored((stage, block) =>
        {
            Bytes.Store(block, 8, 1);
            stage.Thread("copier", () => Bytes.Copy(block, block + 4096, 16));
            stage.Thread("writer", () =>
            {
                Bytes.Store(block, 8, 2);
                lock (seen) seen.Add(Bytes.Load(block + 4096, 8));
            });
        });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.Equal(4, result.Traces);
        Assert.Equal([0UL, 1UL, 2UL], seen.Order().ToArray());
    }

    [Fact]
    public void Memory_reserved_by_a_thread_has_the_same_address_in_every_schedule()
    {
        HashSet<long> addresses = [];
        var result = Explored((stage, block) =>
        {
            for (var thread = 0; thread < 2; thread++)
            {
                var slot = block + (8 * thread);
                stage.Thread($"thread {thread}", () =>
                {
                    Bytes.Store(block, 8, 0);
                    var own = Bytes.Reserve(1L << 40);
                    lock (addresses) addresses.Add(own);
                    Bytes.Store(own + (1L << 39), 8, 9);
                    Bytes.Store(slot, 8, (ulong)own);
                    Bytes.Release(own, 1L << 40);
                });
            }
        });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.Equal(2, addresses.Count);
    }

    [Fact]
    public void What_a_schedule_wrote_is_gone_in_the_next()
    {
        var result = Explored((stage, block) =>
        {
            Bytes.Store(block, 8, 42);
            for (var thread = 0; thread < 2; thread++)
            {
                stage.Thread($"thread {thread}", () =>
                {
                    var sum = Bytes.FetchAdd(block, 8, 1) + Bytes.FetchAdd(block + 4096, 8, 1);
                    if (sum is < 42 or > 44) throw new Violation("stale", $"Saw {sum}.");
                });
            }
        });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
    }
}
