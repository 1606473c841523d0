using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

[Collection(CoyoteTests.Name)]
public sealed class LivenessTests(Samples samples)
{
    private static readonly CoyoteOptions Short = new() { MaxIterations = 20, MaxStepsPerIteration = 2_000 };

    [Theory]
    [Trait("Clause", "INV-12")]
    [InlineData(CoyoteStrategy.Random)]
    [InlineData(CoyoteStrategy.FairPrioritization)]
    public void An_operation_under_way_for_ever_is_found_by_the_progress_monitor(CoyoteStrategy fair)
    {
        var result = samples.Check("polling/wrong", Short with { Strategy = fair });
        Assert.Equal((CoyoteFailureKind.Liveness, "INV-12"), (result.Failure!.Kind, result.Failure.Identity));
        Assert.Contains(nameof(ProgressMonitor), result.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(1u, result.Iterations);
    }

    [Fact]
    public void An_unfair_schedule_is_no_evidence_and_is_counted_as_cut_off()
    {
        var result = samples.Check("polling/wrong", Short with { Strategy = CoyoteStrategy.Prioritization });
        Assert.Equal(CoyoteVerdict.NoBugWithinBudget, result.Verdict);
        Assert.Equal((20u, 20), (result.Iterations, result.CutOff));
    }

    [Theory]
    [InlineData(CoyoteStrategy.Random)]
    [InlineData(CoyoteStrategy.Prioritization)]
    [InlineData(CoyoteStrategy.FairPrioritization)]
    public void Who_polls_for_what_comes_is_no_bug(CoyoteStrategy strategy)
    {
        var result = samples.Check("polling/right", Short with { Strategy = strategy });
        Assert.Null(result.Failure);
        Assert.Equal(20u, result.Iterations);
    }
}
