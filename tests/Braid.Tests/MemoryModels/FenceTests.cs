namespace Braid.Tests.MemoryModels;

/// <summary>Algorithms with their fences, and without.</summary>
public sealed class FenceTests
{
    /// <summary>Algorithm, fences, what store buffers make of it; under sequential consistency all are right.</summary>
    public static TheoryData<string, Fences, bool> Verdicts => new()
    {
        { nameof(Reclaiming.Dekker), Fences.Full, true },
        { nameof(Reclaiming.Dekker), Fences.None, false },
        { nameof(Reclaiming.Dekker), Fences.LightOnly, false },
        { nameof(Reclaiming.Peterson), Fences.Full, true },
        { nameof(Reclaiming.Peterson), Fences.None, false },
        { nameof(Reclaiming.Epochs), Fences.Full, true },
        { nameof(Reclaiming.Epochs), Fences.Asymmetric, true },
        { nameof(Reclaiming.Epochs), Fences.LightOnly, false },
        { nameof(Reclaiming.Epochs), Fences.None, false },
        { nameof(Reclaiming.HazardPointers), Fences.Full, true },
        { nameof(Reclaiming.HazardPointers), Fences.Asymmetric, true },
        { nameof(Reclaiming.HazardPointers), Fences.LightOnly, false },
        { nameof(Reclaiming.HazardPointers), Fences.None, false },
    };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void An_algorithm_is_right_with_its_fences_and_has_a_counterexample_without(string name, Fences fences, bool isRight)
    {
        var program = (Func<Program>)typeof(Reclaiming).GetMethod(name)!.Invoke(null, [fences])!;

        Assert.Equal(Verdict.Exhausted, Explore.All(program).Verdict);
        foreach (var backend in Enum.GetValues<Backend>())
        {
            var all = Explore.All(program, new() { MemoryModel = MemoryModel.TotalStoreOrder, Backend = backend });
            var plain = Explore.All(program, new() { MemoryModel = MemoryModel.TotalStoreOrder, Strategy = Strategy.SleepSets, Backend = backend });
            Assert.Equal(isRight ? Verdict.Exhausted : Verdict.Bug, all.Verdict);
            Assert.Equal(all.Verdict, plain.Verdict);
        }
    }

    [Theory]
    [InlineData(true, Verdict.Exhausted)]
    [InlineData(false, Verdict.Bug)]
    public void A_sequence_lock_needs_no_fence_but_its_odd_count(bool isOddMeanwhile, Verdict expected) =>
        Assert.Equal(expected, Explore.All(Reclaiming.SequenceLock(isOddMeanwhile), new() { MemoryModel = MemoryModel.TotalStoreOrder }).Verdict);

    [Fact]
    public void Sampling_meets_store_buffers_too()
    {
        foreach (var strategy in new[] { Strategy.RandomWalk, Strategy.Pct(3) })
        {
            ExplorerOptions options = new() { MemoryModel = MemoryModel.TotalStoreOrder, Strategy = strategy, MaxSchedules = 2_000, Seed = 3 };
            Assert.Equal(Verdict.Bug, Explore.All(Reclaiming.Dekker(Fences.None), options).Verdict);
            Assert.Equal(Verdict.Inconclusive, Explore.All(Reclaiming.Dekker(Fences.Full), options).Verdict);
        }
    }

    /// <summary>Each thread waits for its own store at the end only: nobody takes the turn from it before.</summary>
    [Fact]
    public void A_store_that_is_late_is_no_preemption()
    {
        ExplorerOptions unforced = new() { PreemptionBound = 0 };

        Assert.Equal(Verdict.Exhausted, Explore.All(Reclaiming.Dekker(Fences.None), unforced).Verdict);
        Assert.Equal(Verdict.Bug, Explore.All(Reclaiming.Dekker(Fences.None), unforced with { MemoryModel = MemoryModel.TotalStoreOrder }).Verdict);
    }
}
