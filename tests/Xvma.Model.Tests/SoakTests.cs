using Xvma.Cli;
using static Xvma.Model.Tests.TheCommand;

namespace Xvma.Model.Tests;

/// <summary>A soak runs to its end and leaves nothing; over a library with a bug in it, it says so.</summary>
public sealed class SoakTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_operations_on_real_threads_break_no_invariant_and_leave_nothing(int threads)
    {
        var report = Soak.Run(new() { Operations = 120_000, Threads = threads, BetweenRests = 20_000, Seed = 2013 }, stop: TestContext.Current.CancellationToken);

        Assert.Null(report.Violation);
        Assert.InRange(report.Rests, 120_000 / 20_000 / threads, 120_000 / 20_000);

        // Else all of this would be about refusals.
        Assert.InRange(report.Done, report.Operations / 8, report.Operations);
        Assert.InRange(report.Tasks, 100, report.Operations);
        Assert.InRange(report.Received, 20, report.Operations);
        Assert.InRange(report.Returns, 20, report.Operations);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1_000, 2, 1_000)]
    [InlineData(1_001, 3, 1_002)]
    public void A_soak_does_as_many_operations_as_asked_for_and_as_many_in_each_thread(long asked, int threads, long done)
    {
        var report = Soak.Run(new() { Operations = asked, Threads = threads, BetweenRests = 300 }, stop: TestContext.Current.CancellationToken);

        Assert.Null(report.Violation);
        Assert.Equal(done, report.Operations);
    }

    [Theory]
    [InlineData("purge-assumes-4k", "INV")]
    [InlineData("half-the-regions", "INV")]
    [InlineData("asid-reuse-without-flush", "INV")]
    [InlineData("second-mark-left", "MSG")]
    public void A_library_with_a_bug_in_it_is_told_by_what_is_read_received_or_seen_at_a_rest(string name, string family)
    {
        Assert.True(KnownBug.TryFind(name, out var bug));
        var context = new MutantContext(KnownBugCompiler.Compile(bug), $"soak of {name}");
        var model = context.LoadFromAssemblyName(typeof(Soak).Assembly.GetName());
        var options = Activator.CreateInstance(model.GetType(typeof(SoakOptions).FullName!)!)!;
        Set(nameof(SoakOptions.Operations), 200_000L);
        Set(nameof(SoakOptions.Threads), 1);
        Set(nameof(SoakOptions.BetweenRests), 1_000);

        var run = model.GetType(typeof(Soak).FullName!)!.GetMethod(nameof(Soak.Run))!;
        var report = run.Invoke(null, [options, null, TestContext.Current.CancellationToken])!;

        Assert.Matches($"^{family}-[0-9]+: ", (string?)report.GetType().GetProperty(nameof(SoakReport.Violation))!.GetValue(report));

        void Set(string option, object value) => options.GetType().GetProperty(option)!.SetValue(options, value);
    }

    [Fact]
    public async Task The_command_says_what_was_done_and_what_it_came_to()
    {
        var (code, output, _) = await Run("soak", "--operations", "100000", "--threads", "2", "--seed", "7");

        Assert.Equal(0, code);
        Assert.Contains("100,000 operations on 2 threads", output, StringComparison.Ordinal);
        Assert.Contains("seed 7", output, StringComparison.Ordinal);
        Assert.Contains("nothing left when all tasks had ended", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--operations 0", "--operations must be from 1")]
    [InlineData("--threads 9", "--threads must be from 0 to 8")]
    public async Task What_makes_no_sense_gets_a_line_and_code_64(string line, string said)
    {
        var (code, _, error) = await Run(["soak", .. line.Split(' ')]);

        Assert.Equal(64, code);
        Assert.Contains(said, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
