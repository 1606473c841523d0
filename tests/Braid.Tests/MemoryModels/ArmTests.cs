namespace Braid.Tests.MemoryModels;

/// <summary>
/// What Arm's processors do with volatile accesses and atomic operations is what total store order allows, neither more nor less: so an
/// exploration with store buffers holds there too.
/// </summary>
public sealed class ArmTests
{
    [Theory]
    [MemberData(nameof(LitmusTests.Known), MemberType = typeof(LitmusTests))]
    public void A_litmus_test_has_the_outcomes_of_the_processor_and_no_others(string name, string text, string asked, bool sequential, bool buffered)
    {
        _ = (asked, sequential, buffered);
        var (outcomes, _) = LitmusProgram.Explore(text, new() { MemoryModel = MemoryModel.TotalStoreOrder });

        Assert.True(ArmAxioms.Outcomes(text, ArmAccess.AcquireRelease).SetEquals(outcomes), name);
    }

    [Fact]
    public void Random_straight_programs_have_the_outcomes_of_the_processor()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var text = LitmusTests.Draw(new(seed));
            var (outcomes, _) = LitmusProgram.Explore(text, new() { MemoryModel = MemoryModel.TotalStoreOrder, Workers = 1 });
            Assert.True(ArmAxioms.Outcomes(text, ArmAccess.AcquireRelease).SetEquals(outcomes), $"seed {seed}: {text}");
        }
    }

    /// <summary>The axioms themselves: what they say of accesses that are stronger and weaker.</summary>
    [Theory]
    [InlineData("x=1; y=1 | a=y; b=x", "a=1 b=0 x=1 y=1 z=0", ArmAccess.Plain, true)]
    [InlineData("x=1; y=1 | a=y; b=x", "a=1 b=0 x=1 y=1 z=0", ArmAccess.AcquireRelease, false)]
    [InlineData("a=x; y=1 | b=y; x=1", "a=1 b=1 x=1 y=1 z=0", ArmAccess.Plain, true)]
    [InlineData("a=x; y=1 | b=y; x=1", "a=1 b=1 x=1 y=1 z=0", ArmAccess.AcquireRelease, false)]
    [InlineData("x=1; a=y | y=1; b=x", "a=0 b=0 x=1 y=1 z=0", ArmAccess.AcquireRelease, true)]
    [InlineData("x=1; a=y | y=1; b=x", "a=0 b=0 x=1 y=1 z=0", ArmAccess.Sequential, false)]
    [InlineData("x=1; fence; a=y | y=1; fence; b=x", "a=0 b=0 x=1 y=1 z=0", ArmAccess.Plain, false)]
    [InlineData("x=1; x=2 | a=x; b=x", "a=2 b=1 x=2 y=0 z=0", ArmAccess.Plain, false)]
    public void The_axioms_tell_accesses_apart(string text, string outcome, ArmAccess access, bool isAllowed) =>
        Assert.Equal(isAllowed, ArmAxioms.Outcomes(text, access).Contains(outcome));

    /// <summary>A wake-up and the leaving of a reader-writer lock release; a monitor is no fence.</summary>
    [Theory]
    [InlineData("wake", false, true)]
    [InlineData("wake", true, false)]
    [InlineData("exit", false, true)]
    [InlineData("exit", true, false)]
    public void A_load_may_pass_a_wake_up_and_an_unlocking_but_no_fence(string what, bool isFenced, bool isAllowed)
    {
        HashSet<(long, long)> seen = [];
        long a = 0, b = 0;
        var result = Explore.All(
            () => new Lambda(
                stage =>
                {
                    var (x, y) = (new Cell("x"), new Cell("y"));
                    var queue = new Xvma.Sync.WaitQueue<BraidSync>("queue");
                    var gate = new Xvma.Sync.ReaderWriterLock<BraidSync>("gate");
                    stage.Thread("one", () =>
                    {
                        if (what == "exit")
                        {
                            using (gate.EnterWrite()) x.Store(1);
                        }
                        else
                        {
                            x.Store(1);
                            queue.WakeAll();
                        }

                        if (isFenced) BraidSync.Fence();
                        a = y.Load();
                    });
                    stage.Thread("other", () =>
                    {
                        y.Store(1);
                        BraidSync.Fence();
                        b = x.Load();
                    });
                },
                () => seen.Add((a, b))),
            new() { MemoryModel = MemoryModel.TotalStoreOrder, Workers = 1 });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
        Assert.Equal(isAllowed, seen.Contains((0, 0)));
    }

    /// <summary>Who is woken, or comes into the lock after a writer, sees what was stored before.</summary>
    [Fact]
    public void A_wake_up_and_an_unlocking_carry_what_was_stored_before()
    {
        var result = Explore.All(
            Lambda.Of(stage =>
            {
                var (x, y, done) = (new Cell("x"), new Cell("y"), new Cell("done"));
                var queue = new Xvma.Sync.WaitQueue<BraidSync>("queue");
                var gate = new Xvma.Sync.ReaderWriterLock<BraidSync>("gate");
                stage.Thread("writer", () =>
                {
                    using (gate.EnterWrite())
                    {
                        x.Store(1);
                        y.Store(1);
                    }

                    done.Store(1);
                    queue.WakeAll();
                });
                stage.Thread("reader", () =>
                {
                    queue.WaitUntil(done, static done => done.Load() != 0);
                    if (x.Load() == 0) throw new Violation("late", "The sleeper was woken before the store.");
                });
                stage.Thread("other", () =>
                {
                    using (gate.EnterRead())
                    {
                        if (x.Load() != y.Load()) throw new Violation("torn", "The reader saw half of the change.");
                    }
                });
            }),
            new() { MemoryModel = MemoryModel.TotalStoreOrder });

        Assert.Equal(Verdict.Exhausted, result.Verdict);
    }
}
