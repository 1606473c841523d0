using System.Collections.Frozen;
using System.Collections.Immutable;
using Xvma.Sync;

namespace Braid.Tests.Display;

/// <summary>What a cell holds is shown, not what it is an instance of.</summary>
public sealed class ValueTextTests
{
    public static TheoryData<string, object?> Values => new()
    {
        { "null", null },
        { "a word", "a word" },
        { "{}", Array<int>() },
        { "{12, 16}", Array(12, 16) },
        { "{1, null, {2, 3}}", Array<object?>(1, null, ImmutableArray.Create(2, 3)) },
        { "{}", default(ImmutableArray<int>) },
        { "{3, 1, 2}", ImmutableList.Create(3, 1, 2) },
        { "{3, 2, 1}", ImmutableStack.Create(1, 2, 3) },
        { "{1, 2, 10}", ImmutableSortedSet.Create(10, 2, 1) },
        { "{10, 2, 1}", ImmutableSortedSet.Create(Comparer<int>.Create((one, other) => other - one), 1, 2, 10) },
        { "{1, 2, 10}", ImmutableHashSet.Create(10, 2, 1) },
        { "{B, a, b}", ImmutableHashSet.Create("b", "B", "a") },
        { "{1: one, 2: two, 10: ten}", new Dictionary<long, string> { [10] = "ten", [2] = "two", [1] = "one" }.ToImmutableDictionary() },
        { "{1: {a}, 2: {}}", new Dictionary<int, string[]> { [2] = [], [1] = ["a"] }.ToFrozenDictionary() },
        { "{1, 2, 3, 4, 5, 6, 7, 8}", Enumerable.Range(1, 8).ToImmutableList() },
        { "{1, 2, 3, 4, 5, 6, 7, 8, … and 1 more}", Enumerable.Range(1, 9).ToImmutableList() },
        { "{{{{…}}}}", ImmutableList.Create(ImmutableList.Create(ImmutableList.Create(ImmutableList.Create(1)))) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_collection_shows_its_items_in_an_order_that_is_the_same_in_every_run(string text, object? value) => Assert.Equal(text, ValueText.Of(value));

    [Fact]
    public void A_collection_that_holds_itself_comes_to_an_end()
    {
        List<object> list = [1];
        list.Add(list);

        Assert.Equal("{1, {1, {1, {…}}}}", ValueText.Of(list));
        Assert.True(ValueText.IsSame(list, list));
    }

    [Fact]
    public void The_items_of_a_type_of_the_code_under_test_are_not_asked_for() => Assert.Equal(nameof(Touchy), ValueText.Of(new Touchy()));

    [Fact]
    public void Values_are_the_same_when_their_items_are_and_not_when_they_are_shown_the_same()
    {
        Assert.True(ValueText.IsSame(Array(1, 2), Array(1, 2)));
        Assert.True(ValueText.IsSame(ImmutableDictionary<int, string>.Empty.Add(1, "one").Add(2, "two"), ImmutableDictionary<int, string>.Empty.Add(2, "two").Add(1, "one")));
        Assert.True(ValueText.IsSame(null, null));

        Assert.False(ValueText.IsSame(Enumerable.Range(1, 9).ToImmutableList(), Enumerable.Range(1, 8).Append(10).ToImmutableList()));
        Assert.False(ValueText.IsSame(Array(1, 2), Array(2, 1)));
        Assert.False(ValueText.IsSame(Array(1), Array(1L)));
        Assert.False(ValueText.IsSame(Array(1), null));
        Assert.False(ValueText.IsSame(new Touchy(), new Touchy()));
    }

    [Theory]
    [InlineData(3, 4, "list ← {1, 2, 3, 4} (was {1, 2, 3})")]
    [InlineData(3, 3, "list ← {1, 2, 3} (as before)")]
    [InlineData(9, 9, "list ← {1, 2, 3, 4, 5, 6, 7, 8, … and 1 more} (as before)")]
    [InlineData(9, -9, "list ← {1, 2, 3, 4, 5, 6, 7, 8, … and 1 more} (another than before)")]
    public void A_step_says_as_before_only_of_what_is_the_same_value(int before, int after, string words)
    {
        var program = Lambda.Of(stage =>
        {
            AtomicRef<BraidSync, ImmutableList<int>>[] list = [new(Counted(before), "list")];
            stage.Thread("writer", () =>
            {
                list[0].Store(Counted(after));
                throw new Violation("INV-0", "to be looked at");
            });
        });

        var failure = Explore.All(program).Failure!;

        Assert.Contains(failure.Trace.Steps, step => step.Words == words);
    }

    private static T[] Array<T>(params T[] items) => items;

    // To nine, and its last item is another when the count is negative: what is shown is the same.
    private static ImmutableList<int> Counted(int count) => count > 0 ? [.. Enumerable.Range(1, count)] : [.. Enumerable.Range(1, -count - 1), 0];

    private sealed class Touchy : System.Collections.IEnumerable
    {
        public System.Collections.IEnumerator GetEnumerator() => throw new InvalidOperationException("an operation in the middle of a step");

        public override string ToString() => nameof(Touchy);
    }
}
