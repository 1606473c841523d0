using Xvma.Cli;
using Xvma.Observing;
using Xvma.Sync;
using static Xvma.Model.Tests.TheCommand;

namespace Xvma.Model.Tests.Refinement;

[Collection(nameof(Console))]
[Trait("Clause", "INV-11")]
public sealed class ValidateCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-validate-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_recorded_run_is_accepted_with_code_0()
    {
        var (code, output, error) = await Run("validate", Recorded());

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("a behaviour of the specification", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_none_gets_line_event_and_reason_and_code_12()
    {
        var path = Recorded();
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, Stop)).Replace("\"members\":[1,2]", "\"members\":[1]", StringComparison.Ordinal), Stop);

        var (code, output, _) = await Run("validate", path);

        Assert.Equal(12, code);
        Assert.Contains("GRP-2", output, StringComparison.Ordinal);
        Assert.Contains("\"members\":[1]", output, StringComparison.Ordinal);
        Assert.Contains("  line ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("{\"format\":\"xvma-trace\",\"version\":9}")]
    [InlineData("{\"format\":\"xvma-trace\",\"version\":1}")]
    public async Task What_is_no_trace_gets_one_line_and_code_64(string content)
    {
        var path = Path.Combine(folder.FullName, "some.trace");
        await File.WriteAllTextAsync(path, content, Stop);

        var (code, output, error) = await Run("validate", path);

        Assert.Equal((64, ""), (code, output));
        Assert.Contains("some.trace", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_trace_that_is_not_there_gets_one_line_and_code_64() => Assert.Equal(64, (await Run("validate", Path.Combine(folder.FullName, "nowhere"))).Code);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Recorded()
    {
        var path = Path.Combine(folder.FullName, "run.trace");
        using (TraceRecorder.Start(path))
        {
            var machine = Machine.Create<RecordingSync>(SmallMachine.Options);
            using var one = machine.StartTask(1000);
            using var two = machine.StartTask(1000);
            two.Join(one.CreateSharedXmm());
            two.Gru.Store(one.MapShared(PageSize.Of64K.Bytes, PageSize.Of64K).Start, 7UL);
        }

        return path;
    }
}
