using System.Xml.Linq;
using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

[Collection(CoyoteTests.Name)]
public sealed class ReportTests(Samples samples) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-reports-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_bug_leaves_Coyotes_report_its_trace_and_its_graphs()
    {
        var found = samples.Check("two locks/wrong", new());
        var replay = CoyoteEngine.Replay(samples.Subject("two locks/wrong"), found.Trace!, new(folder.FullName, "locks"));
        Assert.Equal(
            ["locks.actors.trace.dgml", "locks.report.txt", "locks.trace", "locks.trace.dgml"],
            replay.Reports.Select(path => Path.GetFileName(path)));
        Assert.Equal(found.Trace!.Text, Read("locks.trace"));
        Assert.Contains("Deadlock detected.", Read("locks.report.txt"), StringComparison.Ordinal);
        Assert.Contains("Reproduced 1 bug", Read("locks.report.txt"), StringComparison.Ordinal);
        Assert.Contains("Found 1 bug", found.Report, StringComparison.Ordinal);
        Assert.Contains(Ids("locks.actors.trace.dgml"), id => id.Contains("forth", StringComparison.Ordinal));
        Assert.NotEmpty(Ids("locks.trace.dgml"));
    }

    [Fact]
    public void What_was_covered_is_written_when_it_is_asked_for()
    {
        var options = new CoyoteOptions { MaxIterations = 10 };
        Assert.Empty(samples.Check("counter/right", options).Coverage);
        var result = samples.Check("counter/right", options with { Coverage = new(folder.FullName, "counter") });
        Assert.Equal(["counter.coverage.dgml", "counter.coverage.txt"], result.Coverage.Select(path => Path.GetFileName(path)));
        Assert.Contains(nameof(GoEvent), Read("counter.coverage.txt"), StringComparison.Ordinal);
        Assert.Contains(Ids("counter.coverage.dgml"), id => id.Contains(nameof(TaskActor), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("random", CoyoteStrategy.Random, null)]
    [InlineData("prioritization:3", CoyoteStrategy.Prioritization, 3u)]
    [InlineData("probabilistic:1", CoyoteStrategy.Probabilistic, 1u)]
    [InlineData("portfolio", CoyoteStrategy.Portfolio, null)]
    public void A_strategy_is_read_by_the_name_Coyote_gives_it(string text, CoyoteStrategy strategy, uint? value)
    {
        Assert.True(CoyoteStrategies.TryParse(text, out var read, out var number));
        Assert.Equal((strategy, value), (read, number));
    }

    [Theory]
    [InlineData("dfs")]
    [InlineData("random:3")]
    [InlineData("prioritization:0")]
    [InlineData("prioritization:")]
    [InlineData("prioritization:1001")]
    [InlineData("Random")]
    [InlineData("")]
    public void What_Coyote_does_not_have_is_not_read(string text) => Assert.False(CoyoteStrategies.TryParse(text, out _, out _));

    [Fact]
    public void Every_strategy_has_a_name_that_is_read_back()
    {
        foreach (var strategy in Enum.GetValues<CoyoteStrategy>())
        {
            Assert.True(CoyoteStrategies.TryParse(strategy.Name(), out var read, out _));
            Assert.Equal(strategy, read);
        }
    }

    [Theory]
    [InlineData(CoyoteStrategy.Probabilistic)]
    [InlineData(CoyoteStrategy.DelayBounding)]
    [InlineData(CoyoteStrategy.FairDelayBounding)]
    [InlineData(CoyoteStrategy.QLearning)]
    [InlineData(CoyoteStrategy.Portfolio)]
    public void Each_strategy_finds_what_is_wrong_gives_no_false_alarm_and_its_traces_replay(CoyoteStrategy strategy)
    {
        var options = new CoyoteOptions { Strategy = strategy, MaxIterations = 200 };
        var found = samples.Check("counter/wrong", options);
        Assert.Equal("COUNT", found.Failure?.Identity);
        Assert.Equal(CoyoteReplayOutcome.Reproduced, CoyoteEngine.Replay(samples.Subject("counter/wrong"), found.Trace!).Outcome);
        Assert.Null(samples.Check("counter/right", options with { MaxIterations = 40 }).Failure);
    }

    [Fact]
    public void The_liveness_temperature_decides_how_long_is_too_long()
    {
        var options = new CoyoteOptions { MaxIterations = 2, MaxStepsPerIteration = 2_000 };
        var early = samples.Check("polling/wrong", options with { LivenessTemperature = 100 });
        Assert.Equal(CoyoteFailureKind.Liveness, early.Failure?.Kind);
        Assert.True(early.Steps < samples.Check("polling/wrong", options).Steps);
        Assert.Null(samples.Check("polling/wrong", options with { LivenessTemperature = 5_000 }).Failure);
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(folder.FullName, name));

    private List<string> Ids(string name) =>
        [.. XDocument.Parse(Read(name)).Descendants().Where(element => element.Name.LocalName == "Node").Select(node => (string?)node.Attribute("Id") ?? "")];
}
