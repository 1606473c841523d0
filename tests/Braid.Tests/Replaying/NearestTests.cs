namespace Braid.Tests.Replaying;

/// <summary>The search around a schedule that no longer fails.</summary>
public sealed class NearestTests
{
    private static readonly Schedule Recorded = Explore.All(EditedProgram.Of(Edit.None)).Failure!.Schedule;

    [Theory]
    [InlineData(Edit.None)]
    [InlineData(Edit.NewOperationOnWhatOthersUse)]
    [InlineData(Edit.SharedOperationGone)]
    public void Where_the_recorded_order_still_fails_nothing_is_moved(Edit edit)
    {
        var nearest = Find(edit, Recorded, 20);

        Assert.Equal(0, nearest.Moved);
        Assert.InRange(nearest.Runs, 1, 20);
        Assert.Equal(ReplayOutcome.Reproduced, Explorer.Replay(EditedProgram.Of(edit), nearest.Failure!.Schedule).Outcome);
    }

    [Fact]
    public void One_stretch_that_comes_earlier_is_found_before_two()
    {
        var serial = Recorded with { Decisions = [.. Recorded.Decisions.OrderBy(decision => decision.Thread)] };
        Assert.Equal(ReplayOutcome.EndedDifferently, Explorer.Replay(EditedProgram.Of(Edit.None), serial).Outcome);

        var nearest = Find(Edit.None, serial, 1_000);

        Assert.Equal(1, nearest.Moved);
        Assert.Equal("COUNT", nearest.Failure?.Identity);
        Assert.Equal(nearest.Runs, Find(Edit.None, serial, 1_000).Runs);
    }

    [Fact]
    public void A_program_that_is_mended_spends_the_budget_and_has_nothing()
    {
        var nearest = Find(Edit.Fixed, Recorded, 300);

        Assert.Null(nearest.Failure);
        Assert.Equal(300, nearest.Runs);
    }

    private static NearestFailure Find(Edit edit, Schedule schedule, int budget) =>
        NearestSearch.Find(EditedProgram.Of(edit), schedule, budget, TestContext.Current.CancellationToken);
}
