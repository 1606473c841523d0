using System.Collections.Immutable;

namespace Tenet.Explore.Tests;

public sealed class SymmetryTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    public void Lamps_in_any_order_are_as_many_as_ways_to_put_n_into_three_places(int lamps)
    {
        var result = (Lamps.Of(lamps) with { Interchangeable = [Sort.Of(typeof(Lamp))] }).Explore();

        Assert.True(result.IsReduced);
        Assert.Equal((lamps + 1) * (lamps + 2) / 2, result.States);
        Assert.Equal(2 * lamps, result.Depth);
    }

    [Fact]
    public unsafe void Orbits_add_up_to_the_states_without_symmetry()
    {
        // Without a first "last cpu" that would tell them apart, the processors are interchangeable but for who boots.
        var instance = Shootdown.Of(Shootdown.Right, cpus: 2, pages: 3) with { Interchangeable = [Sort.Of(typeof(Page)), Sort.Of(typeof(Frame))] };
        var refused = Assert.Throws<InstanceException>(() => instance.Explore());
        Assert.Contains("home tells them apart", refused.Message, StringComparison.Ordinal);

        instance = Locking.Of(Locking.Right, 4) with { ChecksResponses = false };
        var system = new CompiledSystem(GroundSystemBuilder.Build(instance));
        var group = new SymmetryGroup(system);
        using var search = new BreadthFirst(system, new(), group, TestContext.Current.CancellationToken);
        search.Run();
        using var symmetry = new Symmetry(group);
        var sum = search.Levels.SelectMany(level => level).Sum(range =>
        {
            var states = 0L;
            for (var state = range.Start; state != range.Start + range.Count; state++) states += symmetry.Represent(search.Space.State(state));
            return states;
        });

        Assert.Equal(instance.Explore(new() { UsesSymmetry = false }).States, sum);
        Assert.True(search.States < sum / 4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(3, 2)]
    [InlineData(3, 3, 2)]
    public void The_walk_meets_every_permutation_once(params int[] sizes)
    {
        var elements = sizes.Select(size => Enumerable.Range(0, size).ToArray()).ToArray();
        string Shown() => string.Join('|', elements.Select(part => string.Join(',', part)));
        var met = new HashSet<string> { Shown() };
        foreach (var (sort, first) in Transpositions.Walk(sizes))
        {
            (elements[sort][first], elements[sort][first + 1]) = (elements[sort][first + 1], elements[sort][first]);
            Assert.True(met.Add(Shown()));
        }

        Assert.Equal(sizes.Aggregate(1, (product, size) => product * Enumerable.Range(1, size).Aggregate(1, (a, b) => a * b)), met.Count);
    }

    [Fact]
    public void A_violation_found_with_symmetry_is_shown_as_a_real_behaviour()
    {
        var instance = Locking.Of(Locking.WithoutGuard, 3) with { ChecksResponses = false };
        var reduced = instance.Explore();
        var full = instance.Explore(new() { UsesSymmetry = false });

        Assert.Equal(Verdict.SafetyViolated, reduced.Verdict);
        Assert.Equal(full.Violation!.Steps.Length, reduced.Violation!.Steps.Length);
        Behaviour.Require(reduced.Violation);
        Behaviour.Require(full.Violation);
    }

    [Fact]
    public void Responses_are_refused_with_symmetry()
    {
        var refused = Assert.Throws<InstanceException>(() => Locking.Of(Locking.Right, 2).Explore());
        Assert.Contains("explore without symmetry", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void States_at_first_that_tell_elements_apart_are_refused()
    {
        var instance = Shootdown.Of(Shootdown.Right, cpus: 2, pages: 1) with { Interchangeable = [Sort.Of(typeof(Cpu))] };
        var refused = Assert.Throws<InstanceException>(() => instance.Explore());
        Assert.Contains("boot tells them apart", refused.Message, StringComparison.Ordinal);
    }
}
