using Braid;
using Linearity;
using Xvma.Tests.Linearity;

namespace Xvma.Model.Tests.Linearity;

public sealed class WordTests(ITestOutputHelper output)
{
    private static readonly WordCall Add = new(0, WordVerb.FetchAdd, 1);
    private static readonly WordCall Load = new(0, WordVerb.Load);
    private static readonly WordCall Unmap = new(0, WordVerb.Unmap);

    [Fact]
    public void Additions_are_those_of_a_register_under_every_schedule() => Holds(() => new WordProgram<BraidSync>([Add], [Add]));

    [Fact]
    public void A_word_is_a_register_until_its_page_is_unmapped_under_every_schedule() => Holds(() => new WordProgram<BraidSync>([Load, Load], [Unmap]));

    [Fact]
    public void Additions_made_of_a_load_and_a_store_are_caught_and_shown()
    {
        var result = Explorer.Run(() => new WordProgram<TornSync>([Add], [Add]), new() { Workers = 1 }, stop: TestContext.Current.CancellationToken);

        Assert.Equal((FailureKind.Safety, "LIN"), (result.Failure?.Kind, result.Failure?.Identity));
        Assert.Contains("would have to be 1", result.Failure!.Message, StringComparison.Ordinal);
        output.WriteLine($"after {result.Failure.FoundAfter} schedules\n{result.Failure.Message}");
    }

    private void Holds(Func<Braid.Program> program)
    {
        var result = Explorer.Run(program, new() { MaxSchedules = 60_000 }, stop: TestContext.Current.CancellationToken);

        output.WriteLine($"{result.Verdict}: {result.Schedules} schedules, {result.Elapsed.TotalSeconds:F1} s");
        Assert.Equal((Verdict.Exhausted, null), (result.Verdict, result.Failure));
    }
}
