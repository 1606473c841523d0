using Braid;
using Xvma.Cli;
using static Xvma.Model.Tests.TheCommand;

namespace Xvma.Model.Tests;

/// <summary>The matrix of pairs: a row of it explored, a bug it must see, and its page.</summary>
public sealed class PairTests
{
    private static readonly string[] Short = ["create", "join", "leave", "uid", "fork", "exit", "unmap", "load", "send", "receive", "send to full", "receive last", "fail", "return"];

    public static TheoryData<string> ShortPairs =>
        [.. PairCatalogue.All.Where(pair => Short.Contains(pair.First.Name) && Short.Contains(pair.Second.Name)).Select(pair => pair.Name)];

    [Theory]
    [MemberData(nameof(ShortPairs))]
    public void Every_schedule_of_a_pair_follows_the_specification(string name)
    {
        var result = BraidChecker.Check(ScenarioCatalogue.Find(name), new() { Workers = 1 }, oracle: Spec.Formal.XvmaTheory.Theory, stop: TestContext.Current.CancellationToken);

        Assert.Equal((null, Verdict.Exhausted), (result.Failure?.Message, result.Verdict));
    }

    [Theory]
    [InlineData("torn-down-twice", "exit beside exit, one task")]
    [InlineData("uid-change-against-join", "join beside uid, one task")]
    [InlineData("last-leave-against-join", "join beside leave")]
    [InlineData("lost-invalidate", "unmap beside load")]
    [InlineData("half-turned-to-twice", "send long beside send long")]
    [InlineData("half-freed-before-it-is-read", "send to full beside receive last")]
    [InlineData("nacked-after-the-take", "send beside stop")]
    [InlineData("message-to-a-failed-partition", "send beside fail, one task")]
    [InlineData("admitted-after-the-failure", "fail beside start")]
    [InlineData("permit-kept-after-detach", "detach beside fail, one task")]
    [InlineData("returned-with-memory", "unmap beside return, one task")]
    public void A_known_bug_shows_in_a_pair(string bug, string pair)
    {
        Assert.True(KnownBug.TryFind(bug, out var known));

        var hunt = KnownBugChecker.Hunt(known with { Scenario = pair }, new() { Workers = 1 }, null, Spec.Formal.XvmaTheory.Theory, TestContext.Current.CancellationToken);

        Assert.NotNull(hunt.Found);
    }

    [Fact]
    public void No_two_pairs_have_one_name_and_none_has_a_scenarios() =>
        Assert.Equal(
            PairCatalogue.All.Count + ScenarioCatalogue.All.Count,
            PairCatalogue.All.Select(pair => pair.Name).Concat(ScenarioCatalogue.All.Select(scenario => scenario.Name)).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public async Task The_command_prints_the_pairs_with_the_most_executions_and_what_they_come_to()
    {
        var (code, output, _) = await Run("pairs", "--operation", "create");

        Assert.Equal(0, code);
        Assert.Contains("69 pairs: 69 exhausted", output, StringComparison.Ordinal);
        Assert.Contains("nothing found in these pairs", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--operation nothing", "no operation is called “nothing”")]
    [InlineData("--operation create --page x.md", "--page is of all pairs")]
    [InlineData("--time 0", "--time must be more than 0")]
    public async Task What_makes_no_sense_gets_a_line_and_code_64(string line, string said)
    {
        var (code, _, error) = await Run(["pairs", .. line.Split(' ')]);

        Assert.Equal(64, code);
        Assert.Contains(said, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
