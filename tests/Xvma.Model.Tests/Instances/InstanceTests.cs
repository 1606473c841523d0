using System.Reflection;
using Tenet;
using Tenet.Explore;
using Xvma.Model.Instances;
using Xvma.Spec.Formal;

namespace Xvma.Model.Tests.Instances;

public sealed class InstanceTests
{
    // What is larger is held to the same line by `xvma explore`, which says "as expected", or does not; there with symmetry where there is any.
    private const long MostStates = 6_500_000;

    public static TheoryData<string, bool> Everyday
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var instance in InstanceCatalogue.All.Where(instance => !instance.IsLarge))
            {
                if (IsUpdating || instance.Expected!.States <= MostStates) data.Add(instance.Name, false);
                if (!instance.Interchangeable.IsEmpty && (IsUpdating || instance.Expected!.Orbits <= MostStates)) data.Add(instance.Name, true);
            }

            return data;
        }
    }

    private static string ExpectedPath => typeof(InstanceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ExpectedInstances").Value!;

    [Theory]
    [MemberData(nameof(Everyday))]
    [Trait("Clause", "INV-4")]
    [Trait("Clause", "INV-5")]
    [Trait("Clause", "INV-6")]
    [Trait("Clause", "INV-7")]
    public void An_instance_has_the_verdict_and_the_counts_that_are_written_down(string name, bool usesSymmetry)
    {
        Assert.True(InstanceCatalogue.TryFind(name, out var instance));

        var result = Explorer.Explore(instance, new() { Workers = 2, UsesSymmetry = usesSymmetry }, TestContext.Current.CancellationToken);

        if (IsUpdating) Update(name, usesSymmetry, result);
        else Assert.Empty(instance.Expected!.Differences(result));
    }

    [Fact]
    public void Every_instance_says_what_it_expects_and_the_weakened_ones_are_found_out()
    {
        Assert.True(InstanceCatalogue.All.Count >= 8);
        Assert.All(InstanceCatalogue.All, instance => Assert.NotNull(instance.Expected));
        Assert.All(InstanceCatalogue.All, instance => Assert.Equal(instance.Purpose.StartsWith("weakened:", StringComparison.Ordinal), instance.Expected!.Violated is not null));
        Assert.Contains(InstanceCatalogue.All, instance => instance is { IsLarge: true, Expected.Orbits: > 10_000_000 } or { IsLarge: true, Expected.States: > 10_000_000 });
    }

    [Fact]
    public void Every_goal_of_the_specification_is_met_by_an_everyday_instance()
    {
        var everyday = InstanceCatalogue.All.Where(instance => !instance.IsLarge && instance.Expected!.Violated is null).ToList();
        Assert.All(
            XvmaTheory.Theory.Of(PropertyKind.Sometimes),
            goal => Assert.Contains(everyday, instance => !instance.Expected!.Unmet.Contains(goal.Name)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("one-page | Fine | – | 1 | – | 1 | –")]
    [InlineData("one-page | Holds | – | many | – | 1 | –")]
    public void A_line_that_is_no_expectation_is_refused(string line) => Assert.ThrowsAny<FormatException>(() => ExpectationFile.Read(line));

    private const int Orbits = 4;

    private static bool IsUpdating => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    // One line at a time: the tests of one class run one after the other.
    private static void Update(string name, bool isReduced, ExplorationResult result)
    {
        var lines = File.ReadAllLines(ExpectedPath).ToList();
        var at = lines.FindIndex(line => line.StartsWith($"{name} |", StringComparison.Ordinal));
        if (at < 0)
        {
            lines.Add("");
            at = lines.Count - 1;
        }

        // The number of orbits is the reduced run's, the rest is the other's; either may come first.
        var parts = (isReduced ? lines[at] : ExpectationFile.Line(result, null)).Split(" | ");
        if (isReduced) parts[Orbits] = $"{result.States}";
        else if (lines[at].Split(" | ") is { Length: > Orbits } was) parts[Orbits] = was[Orbits];
        lines[at] = string.Join(" | ", parts);
        File.WriteAllLines(ExpectedPath, lines);
    }
}
