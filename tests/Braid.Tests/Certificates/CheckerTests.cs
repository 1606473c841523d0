using Braid.Checker;

namespace Braid.Tests.Certificates;

/// <summary>What the explorer certifies, another algorithm finds as well; and it does not nod at everything.</summary>
public sealed class CheckerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(RandomProgramKinds.All, 3, 4, 5000, 12, MemoryModel.SequentialConsistency)]
    [InlineData(RandomProgramKinds.All, 2, 6, 6000, 20, MemoryModel.SequentialConsistency)]
    [InlineData(RandomProgramKinds.Everything, 2, 5, 17_000, 30, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Everything, 3, 3, 18_000, 12, MemoryModel.TotalStoreOrder)]
    [InlineData(RandomProgramKinds.Memory, 2, 4, 16_000, 20, MemoryModel.TotalStoreOrder)]
    public void What_the_explorer_covers_is_all_there_is(RandomProgramKinds kinds, int threads, int operations, int firstSeed, int programs, MemoryModel model)
    {
        for (var seed = firstSeed; seed < firstSeed + programs; seed++)
        {
            var drawn = seed;
            var arranged = default(RandomProgram);
            Program Make() => arranged = new RandomProgram(drawn, threads, operations, kinds);
            var options = new ExplorerOptions { MemoryModel = model, StopAtFirstFailure = false, Certifies = true, MaxStepsPerSchedule = 200, MaxSchedules = 6_000 };
            var result = Explore.All(Make, options);
            if (result.Schedules == options.MaxSchedules || result.Covered!.CutOff > 0) continue;

            var differences = Check(Certificate.Of("random", "", options, result.Covered, []), Make);
            Assert.True(differences.Length == 0, $"seed {seed}: {arranged!.Text}: {differences}");
        }
    }

    [Theory]
    [InlineData(nameof(Litmus.LastZero), 5)]
    [InlineData(nameof(Litmus.Readers), 6)]
    [InlineData(nameof(Litmus.LockIncrement), 4)]
    [InlineData(nameof(Litmus.TwoAdds), 4)]
    [InlineData(nameof(Litmus.RacyIncrement), 4)]
    [InlineData(nameof(Litmus.CompareAndExchangeIncrement), 3)]
    [InlineData(nameof(Litmus.SourceSetTrap), 0)]
    [InlineData(nameof(Litmus.TryLockers), 4)]
    [InlineData(nameof(Litmus.Philosophers), 4)]
    [InlineData(nameof(Litmus.Indexer), 12)]
    public void Known_programs_have_the_executions_that_are_certified(string name, int n) => Assert.Equal("", Check(Certify(name, n, new()), Litmus.Named(name, n)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Executions_within_a_bound_on_preemptions_are_checked_as_well(int bound) => Assert.Equal(
        "", Check(Certify(nameof(Litmus.TwoAdds), 3, new() { PreemptionBound = bound }), Litmus.TwoAdds(3)));

    [Fact]
    public void An_execution_that_is_missing_is_missed()
    {
        var certificate = Certify(nameof(Litmus.LastZero), 4, new());
        var fewer = certificate with { Coverage = certificate.Coverage with { Complete = certificate.Coverage.Complete - 1 } };

        Assert.Equal("complete: the certificate says 27, the checker finds 28", Check(fewer, Litmus.LastZero(4)));
    }

    [Fact]
    public void Another_set_of_as_many_executions_is_not_taken_for_the_same()
    {
        var certificate = Certify(nameof(Litmus.StoreBuffering), 0, new());

        var differences = Check(certificate, Litmus.MessagePassing());

        Assert.StartsWith($"traces: the certificate says {certificate.Coverage.Traces}, the checker finds ", differences, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', differences);
    }

    [Fact]
    public void A_certificate_for_one_memory_model_does_not_hold_in_another()
    {
        var certificate = Certify(nameof(Litmus.StoreBuffering), 0, new());

        Assert.NotEmpty(Check(certificate with { MemoryModel = "TSO" }, Litmus.StoreBuffering()));
    }

    [Fact]
    public void A_bound_on_steps_that_schedules_meet_is_no_bound_to_certify_under()
    {
        var certificate = Certify(nameof(Litmus.LastZero), 3, new());

        Assert.Equal("maxSteps: a schedule is longer", Check(certificate with { MaxSteps = 5 }, Litmus.LastZero(3)));
    }

    [Fact]
    public void Too_little_time_is_inconclusive()
    {
        var result = CertificateChecker.Check(
            Certify(nameof(Litmus.LastZero), 4, new()), Litmus.LastZero(4), TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.Equal(CheckVerdict.Inconclusive, result.Verdict);
        Assert.Empty(result.Differences);
    }

    private static Certificate Certify(string name, int n, ExplorerOptions options)
    {
        options = options with { Certifies = true, StopAtFirstFailure = false };
        return Certificate.Of(name, "", options, Explore.All(Litmus.Named(name, n), options).Covered!, []);
    }

    private static string Check(Certificate certificate, Func<Program> program) =>
        string.Join('\n', CertificateChecker.Check(certificate, program, Limit, TestContext.Current.CancellationToken).Differences);
}
