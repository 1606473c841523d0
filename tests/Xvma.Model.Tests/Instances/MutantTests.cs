using Tenet.Explore;
using Xvma.Model.Instances;
using Xvma.Proofs.Induction;
using Xvma.Spec.Formal;

namespace Xvma.Model.Tests.Instances;

/// <summary>Mutants of the specification whose proofs go through all the same: some of them come to no end, which an exploration shows.</summary>
public sealed class MutantTests
{
    private const string Explored = "= Exploring refutes it";

    [Fact]
    public void Exploring_refutes_those_survivors_of_the_proofs_that_are_listed_so()
    {
        Assert.True(InstanceCatalogue.TryFind("progress", out var progress));
        var survivors = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Claims", "survivors.txt"));
        var expected = survivors.SkipWhile(line => !line.StartsWith(Explored, StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Length > 0).ToList();
        var mutants = TheoryMutants.Of(XvmaTheory.Theory).Where(mutant => survivors.Contains(mutant.Id)).ToList();
        Assert.True(mutants.Count > expected.Count && expected.Count > 0);

        var refuted = mutants.AsParallel().AsOrdered().Where(mutant => IsRefuted(progress, mutant)).Select(mutant => mutant.Id).ToList();

        Assert.Equal(expected, refuted);
    }

    /// <summary>What happens before the exploration begins, and what takes no part in it, is left as it is.</summary>
    private static bool IsRefuted(Instance progress, TheoryMutant mutant)
    {
        if (mutant.Action is not { } action || !progress.Takes(action) || progress.Prelude.Any(step => step.Action == action.Name)) return false;
        var result = Explorer.Explore(progress with { Theory = mutant.Theory }, new() { Workers = 1, UsesSymmetry = false }, TestContext.Current.CancellationToken);
        return !(result.Verdict == Tenet.Explore.Verdict.Holds && result.Unmet.All(goal => progress.Expected!.Unmet.Contains(goal.Name)));
    }
}
