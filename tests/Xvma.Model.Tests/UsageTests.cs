using Xvma.Cli;
using static Xvma.Model.Tests.TheCommand;

namespace Xvma.Model.Tests;

/// <summary>What a person reads who has mistyped something: one sentence that says what to do.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-usage-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("there is no command “chekc”; did you mean “check”? (xvma --help lists what there is)", "chekc")]
    [InlineData("a command is missing (xvma --help", "")]
    [InlineData("xvma check has no option --sede; did you mean “--seed”? (xvma check --help", "check --sede 3")]
    [InlineData("xvma check has no option --frobnicate (xvma check --help", "check --frobnicate")]
    [InlineData("xvma check does not know what to do with “scenario”; did you mean “--scenario”?", "check scenario")]
    [InlineData("--time “abc” is no number (", "check --time abc")]
    [InlineData("--seed “-1” is no whole number of at least 0 (", "check --seed -1")]
    [InlineData("--operations “x” is no whole number (", "soak --operations x")]
    [InlineData("--operations “99999999999999999999” is too large (", "soak --operations 99999999999999999999")]
    [InlineData("--break “x” is no whole number (", "replay file.json --break x")]
    [InlineData("--coyote-steps “-4” is no whole number of at least 0 (", "check --coyote-steps -4")]
    [InlineData("--workers needs a value (", "check --workers")]
    [InlineData("--time may be given once only (", "check --time 3 --time 4")]
    [InlineData("FILE is missing (xvma replay --help", "replay")]
    [InlineData("--tla FILE is missing (xvma export --help", "export")]
    [InlineData("no known bug is called “lost-invaldate”; did you mean “lost-invalidate”? (", "check --bug lost-invaldate")]
    [InlineData("no known bug is called “id-resue”; did you mean “id-reuse”? (", "bugs id-resue")]
    [InlineData("no scenario is called “late-join”; did you mean “late join”? (", "check --scenario late-join")]
    [InlineData("no instance is called “one-pag”; did you mean “one-page”? (", "explore --instance one-pag")]
    [InlineData("no operation is called “unmpa”; did you mean “unmap”? (there are ", "pairs --operation unmpa")]
    [InlineData("no operation is called “frobnicate” (there are ", "pairs --operation frobnicate")]
    [InlineData("there is no trace 'nowhere.trace'", "validate nowhere.trace")]
    public async Task A_mistyped_line_is_answered_by_a_sentence(string said, string line)
    {
        var (code, output, error) = await Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((64, ""), (code, output));
        Assert.StartsWith($"xvma: {said}", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("System.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "--json")]
    [InlineData("explore", "--instance", "membership", "--checkpoint")]
    [InlineData("explore", "--instance", "membership", "--itf")]
    [InlineData("explore", "--instance", "membership", "--promela")]
    [InlineData("prove", "--smt2")]
    [InlineData("pairs", "--page")]
    [InlineData("pairs", "--save")]
    [InlineData("export", "--tla")]
    [InlineData("bugs", "id-reuse", "--pages")]
    public async Task Where_nothing_can_be_written_is_said_before_anything_is_run(params string[] arguments)
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var place = Path.Combine(file, "Xvma.tla");

        var (code, output, error) = await Run([.. arguments, place]);

        Assert.Equal((64, ""), (code, output));
        Assert.StartsWith($"xvma: cannot write '{place}': ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("replay", "is a folder; give one of the schedules in it")]
    [InlineData("validate", "is a folder, not a trace")]
    public async Task A_folder_is_not_read_as_a_file(string command, string said)
    {
        var (code, _, error) = await Run(command, folder.FullName);

        Assert.Equal(64, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Output_that_nobody_takes_is_no_error_of_the_programs_own()
    {
        await using var full = new StreamWriter(new FullDisk()) { AutoFlush = true };
        await using var error = new StringWriter();

        var code = await XvmaCommand.RunAsync(["bugs"], new(full, error, IsInteractive: false, Width: 120), TestContext.Current.CancellationToken);

        Assert.Equal(64, code);
        Assert.Equal("xvma: the system refused to read or write: no space", error.ToString().TrimEnd());
    }

    [Theory]
    [InlineData("unmpa", "unmap")]
    [InlineData("nuamp", null)]
    [InlineData("UNMAP", "unmap")]
    [InlineData("pop", "populate")]
    [InlineData("late", "populate")]
    [InlineData("m", null)]
    [InlineData("", null)]
    [InlineData("something else", null)]
    public void The_nearest_name_is_one_that_differs_little_or_the_only_one_that_has_the_word(string given, string? name) =>
        Assert.Equal(name, Nearest.To(given, ["map", "unmap", "move", "populate"]));

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("no space");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("no space");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("no space");
    }
}
