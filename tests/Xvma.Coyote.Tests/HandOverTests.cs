using Braid;
using Xvma.Model;
using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

[Collection(CoyoteTests.Name)]
public sealed class HandOverTests(Samples samples) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-hand-over-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("uid-change-against-join", FailureKind.Safety, "INV-5")]
    [InlineData("wakeup-before-sleep", FailureKind.LostWakeup, "LostWakeup")]
    [InlineData("half-the-regions", FailureKind.Safety, "INV-6")]
    public void A_bug_that_Coyote_found_is_made_small_saved_and_replayed_by_Braid(string name, FailureKind kind, string identity)
    {
        var result = HandOverOf(name, KnownBugs.Ordered(name));
        Assert.Equal((HandOverOutcome.SameOrder, ""), (result.Outcome, result.Explanation));
        Assert.Equal((kind, identity), (result.Found!.Failure.Kind, result.Found.Failure.Identity));
        Assert.True(result.Found.Minimised.Report.After.CompareTo(result.Found.Minimised.Report.Before) <= 0);

        var file = Path.Combine(folder.FullName, "handed-over.json");
        ScheduleFile.Write(file, result.Found.Saved);
        var saved = ScheduleFile.TryRead(file).Saved!;
        Assert.Equal(name, saved.KnownBug);
        Assert.Equal(ReplayOutcome.Reproduced, KnownBugChecker.Replay(KnownBugs.Find(name).Bug, saved.Schedule).Outcome);
    }

    [Fact]
    public void The_order_is_that_of_effects_and_telling_it_changes_no_decision()
    {
        var replay = KnownBugs.Ordered("wakeup-before-sleep");
        Assert.Equal(CoyoteReplayOutcome.Reproduced, replay.Outcome);
        Assert.Equal(["reader", "remover"], replay.Order.Select(operation => operation.Actor).Distinct().Order());
        // The wait that never ended is no part of it, the ticket for it is, and after that nobody woke anybody.
        var ticket = replay.Order.ToList().FindLastIndex(operation => operation is { Actor: "reader", Kind: OperationKind.PrepareToWait });
        Assert.DoesNotContain(replay.Order.Skip(ticket), operation => operation.Kind is OperationKind.Wait or OperationKind.WakeAll);
        var (_, subject, trace) = KnownBugs.Find("wakeup-before-sleep");
        Assert.Empty(CoyoteEngine.Replay(subject, trace).Order);
    }

    [Fact]
    public void An_order_that_is_a_little_off_is_put_right()
    {
        var replay = KnownBugs.Ordered("uid-change-against-join");
        var outcomes = new List<HandOverOutcome>();
        for (var at = 1; at < replay.Order.Count; at++)
        {
            var off = replay.Order.ToList();
            if (off[at - 1].Actor == off[at].Actor) continue;
            (off[at - 1], off[at]) = (off[at], off[at - 1]);
            var result = HandOverOf("uid-change-against-join", replay with { Order = off });
            Assert.True(result.IsHandedOver, result.Explanation);
            outcomes.Add(result.Outcome);
        }

        // And without an order Braid has its own way.
        outcomes.Add(HandOverOf("uid-change-against-join", replay with { Order = [replay.Order[0]] }).Outcome);
        Assert.Contains(HandOverOutcome.OwnSearch, outcomes);
    }

    [Fact]
    public void An_order_that_leads_nowhere_is_not_handed_over_and_it_is_said_why()
    {
        var (bug, _, _) = KnownBugs.Find("uid-change-against-join");
        Assert.True(ScenarioCatalogue.TryFind(bug.Scenario, out var scenario));
        // Without the known bug: the same order, and nothing wrong with it.
        var result = HandOver.Run(scenario, ScenarioProgram.Factory(scenario.Name, theory: null), bug: null, KnownBugs.Ordered(bug.Name));
        Assert.Equal((HandOverOutcome.NotFound, false), (result.Outcome, result.IsHandedOver));
        Assert.Null(result.Found);
        Assert.Matches("^the orders part: .*none of all \\d+ schedules of the scenario fails so$", result.Explanation);
    }

    [Fact]
    public void What_did_not_happen_in_time_has_no_order_to_hand_over()
    {
        var found = samples.Check("polling/wrong", new() { MaxIterations = 20, MaxStepsPerIteration = 2_000 });
        var replay = CoyoteEngine.Replay(samples.Subject("polling/wrong"), found.Trace!);
        var result = HandOverOf("uid-change-against-join", replay);
        Assert.Equal(HandOverOutcome.NoOrder, result.Outcome);
        Assert.Contains("about what did not happen", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_that_no_longer_leads_to_a_failure_is_not_handed_over()
    {
        var replay = KnownBugs.Ordered("uid-change-against-join") with { Outcome = CoyoteReplayOutcome.Diverged };
        Assert.Equal(HandOverOutcome.NoOrder, HandOverOf("uid-change-against-join", replay).Outcome);
    }

    private static HandOverResult HandOverOf(string name, CoyoteReplay replay)
    {
        Assert.True(KnownBug.TryFind(name, out var bug));
        Assert.True(ScenarioCatalogue.TryFind(bug.Scenario, out var scenario));
        return HandOver.Run(scenario, KnownBugChecker.Program(bug), bug, replay);
    }
}
