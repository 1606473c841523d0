using Xvma.Model.Coyote;

namespace Xvma.Coyote.Tests;

[Collection(CoyoteTests.Name)]
public sealed class BudgetTests(Samples samples)
{
    [Fact]
    public void A_check_without_time_left_runs_nothing_and_claims_nothing()
    {
        var result = samples.Check("counter/wrong", new() { MaxTime = TimeSpan.Zero });
        Assert.Equal((CoyoteVerdict.NoBugWithinBudget, CoyoteStop.Time, 0u), (result.Verdict, result.StoppedBy, result.Iterations));
        Assert.Equal((0, 0L), (result.DistinctSchedules, result.Steps));
    }

    [Fact]
    public void A_cancelled_check_ends_after_the_iteration_under_way()
    {
        using var source = new CancellationTokenSource();
        var seen = new List<uint>();
        var progress = new Callback(step =>
        {
            seen.Add(step.Iterations);
            if (step.Iterations == 5) source.Cancel();
        });
        var result = CoyoteEngine.Check(samples.Subject("counter/right"), new(), progress, source.Token);
        Assert.Equal((CoyoteVerdict.NoBugWithinBudget, CoyoteStop.Cancelled, 5u), (result.Verdict, result.StoppedBy, result.Iterations));
        Assert.Equal([1u, 2u, 3u, 4u, 5u], seen);
    }

    [Fact]
    public void A_scenario_that_does_not_exist_is_an_error_and_not_a_bug()
    {
        Assert.Throws<ArgumentException>(() => samples.Check("counter/odd", new()));
        Assert.Throws<ArgumentException>(() => samples.Check("nothing/right", new()));
    }

    [Fact]
    public void A_budget_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => samples.Check("counter/right", new() { MaxIterations = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => samples.Check("counter/right", new() { MaxStepsPerIteration = 9 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => samples.Check("counter/right", new() { Strategy = (CoyoteStrategy)99 }));
    }

    private sealed class Callback(Action<CoyoteProgress> report) : IProgress<CoyoteProgress>
    {
        public void Report(CoyoteProgress value) => report(value);
    }
}
