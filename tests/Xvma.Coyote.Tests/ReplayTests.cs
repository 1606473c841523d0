using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

[Collection(CoyoteTests.Name)]
public sealed class ReplayTests(Samples samples)
{
    [Theory]
    [InlineData("counter/wrong", CoyoteStrategy.Random)]
    [InlineData("wake-up/wrong", CoyoteStrategy.Random)]
    [InlineData("two locks/wrong", CoyoteStrategy.Prioritization)]
    [InlineData("seqlock/wrong", CoyoteStrategy.FairPrioritization)]
    [InlineData("polite locks/wrong", CoyoteStrategy.Random)]
    [InlineData("readers/wrong", CoyoteStrategy.Prioritization)]
    [InlineData("hand-over/wrong", CoyoteStrategy.Random)]
    [InlineData("memory/wrong", CoyoteStrategy.FairPrioritization)]
    [InlineData("last user/wrong", CoyoteStrategy.Random)]
    [InlineData("machine/wrong", CoyoteStrategy.Random)]
    [InlineData("exception/wrong", CoyoteStrategy.Random)]
    [InlineData("polling/wrong", CoyoteStrategy.Random)]
    public void A_trace_that_was_saved_and_read_replays_to_the_same_bug(string name, CoyoteStrategy strategy)
    {
        var trace = Find(name, strategy);
        var file = Path.Combine(samples.Folder, "replay.trace");
        CoyoteTraceFile.Write(file, trace);
        var read = CoyoteTraceFile.Read(file);
        Assert.Null(read.Error);
        Assert.Equal(trace, read.Trace);

        var replay = CoyoteEngine.Replay(samples.Subject(name), read.Trace!);
        Assert.Equal(CoyoteReplayOutcome.Reproduced, replay.Outcome);
        Assert.Equal(trace.Failure.Message.ReplaceLineEndings(), replay.Failure!.Message.ReplaceLineEndings());
        Assert.Contains("poller waiter forth writer first sender divider unmapper".Split(' '), actor => replay.Log.Contains(actor, StringComparison.Ordinal));
    }

    [Fact]
    public void A_replay_shows_the_calls_of_the_behaviours()
    {
        var trace = Find("machine/wrong", CoyoteStrategy.Random);
        var calls = CoyoteEngine.Replay(samples.Subject("machine/wrong"), trace).Calls.Split(Environment.NewLine);
        Assert.StartsWith("writer: Store 0x", calls[0], StringComparison.Ordinal);
        Assert.Equal("writer: = NotMapped", calls[1]);
    }

    [Fact]
    public void A_trace_of_code_that_has_changed_diverges_and_says_where()
    {
        var trace = Find("counter/wrong", CoyoteStrategy.Random) with { Scenario = "seqlock/right" };
        var replay = CoyoteEngine.Replay(samples.Subject("seqlock/right"), trace);
        Assert.Equal(CoyoteReplayOutcome.Diverged, replay.Outcome);
        Assert.InRange(replay.DivergedAtStep!.Value, 1, 1_000);
        Assert.NotEqual("", replay.Reason);
    }

    [Fact]
    public void A_trace_of_another_scenario_is_refused()
    {
        var trace = Find("counter/wrong", CoyoteStrategy.Random);
        Assert.Throws<ArgumentException>(() => CoyoteEngine.Replay(samples.Subject("counter/right"), trace));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"Steps":["op(1:0)"],"Settings":{"Strategy":"random"}}""")]
    public void A_text_that_is_not_one_of_Coyote_is_refused(string text)
    {
        var trace = Find("counter/wrong", CoyoteStrategy.Random) with { Text = text };
        Assert.Throws<ArgumentException>(() => CoyoteEngine.Replay(samples.Subject("counter/wrong"), trace));
    }

    [Fact]
    public void The_same_seed_finds_the_same_bug_by_the_same_trace()
    {
        var options = new CoyoteOptions { Seed = 7, MaxIterations = 200 };
        var (one, other) = (samples.Check("seqlock/wrong", options), samples.Check("seqlock/wrong", options));
        Assert.Equal(CoyoteVerdict.Bug, one.Verdict);
        Assert.Equal((one.Iterations, one.Steps, one.Trace), (other.Iterations, other.Steps, other.Trace));
    }

    [Fact]
    public void The_same_seed_takes_the_production_machine_through_the_same_schedules()
    {
        var options = new CoyoteOptions { Seed = 11, MaxIterations = 50 };
        var (one, other) = (samples.Check("machine/right", options), samples.Check("machine/right", options));
        Assert.Equal((one.Iterations, one.Steps, one.DistinctSchedules), (other.Iterations, other.Steps, other.DistinctSchedules));
        Assert.NotEqual(one.Steps, samples.Check("machine/right", options with { Seed = 1_000_011 }).Steps);
    }

    /// <summary>Threads with high numbers count into a common row: with a locked instruction there, Coyote scheduled at each count.</summary>
    [Fact]
    public void How_many_threads_the_process_has_does_not_change_the_schedules()
    {
        var options = new CoyoteOptions { Seed = 11, MaxIterations = 20 };
        var alone = samples.Check("machine/right", options);
        using var end = new ManualResetEventSlim();
        var others = Enumerable.Range(0, 1_100).Select(_ => new Thread(end.Wait, maxStackSize: 1 << 16) { IsBackground = true }).ToList();
        others.ForEach(thread => thread.Start());
        try
        {
            var among = samples.Check("machine/right", options);
            Assert.Equal((alone.Iterations, alone.Steps, alone.DistinctSchedules), (among.Iterations, among.Steps, among.DistinctSchedules));
        }
        finally
        {
            end.Set();
            others.ForEach(thread => thread.Join());
        }
    }

    private CoyoteTrace Find(string name, CoyoteStrategy strategy) =>
        samples.Check(name, new() { Strategy = strategy, MaxIterations = 200, MaxStepsPerIteration = 2_000 }).Trace!;
}
