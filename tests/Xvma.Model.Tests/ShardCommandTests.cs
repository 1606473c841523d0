using System.Diagnostics;
using Braid;
using Xvma.Cli;
using static Xvma.Model.Tests.TheCommand;

namespace Xvma.Model.Tests;

public sealed class ShardCommandTests : IDisposable
{
    // Without known bugs, which take their time to compile.
    private static readonly string[] Scenarios = ["--scenario", "two joins and a leave", "--scenario", "map against overlapping map", "--scenario", "partial unmap against bcopy", "--memory", "sc"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-shards-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Merged_shards_certify_what_one_run_does_byte_for_byte()
    {
        foreach (var number in new[] { 1, 2 }) Assert.Equal(0, (await Check($"{number}/2", "--report", PathOf($"{number}.json"))).Code);
        var (code, output, _) = await Run("merge", PathOf("2.json"), PathOf("1.json"), "--certificates", PathOf("merged"));
        await Run(["check", "--engine", "braid", "--no-oracle", "--certificates", PathOf("whole"), .. Scenarios]);

        Assert.Equal(0, code);
        Assert.Contains("2 of 2 shards · 3 explorations: 3 exhausted, 0 inconclusive, 0 bugs", output, StringComparison.Ordinal);
        var files = Directory.GetFiles(PathOf("whole"));
        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(PathOf("merged"), Path.GetFileName(file)))));
    }

    [Fact]
    public async Task Shards_that_do_not_belong_together_are_refused_and_missing_ones_are_said_to_be_missing()
    {
        await Check("1/2", "--report", PathOf("1.json"));
        var one = ShardReportFile.Read(PathOf("1.json"));
        ShardReportFile.Write(PathOf("of-three.json"), one with { Shard = new(2, 3) });
        ShardReportFile.Write(PathOf("other-code.json"), one with { Shard = new(2, 2), Code = [.. one.Code.Select(code => code with { Hash = new('0', 64) })] });
        ShardReportFile.Write(PathOf("other-work.json"), one with { Shard = new(2, 2), Entries = [.. one.Entries.Skip(1)] });
        ShardReportFile.Write(PathOf("unfinished.json"), one with { Shard = new(2, 2), Entries = [.. one.Entries.Select(entry => entry with { Progress = null })] });
        await File.WriteAllTextAsync(PathOf("damaged.json"), (await File.ReadAllTextAsync(PathOf("1.json"), TestContext.Current.CancellationToken))[..^20], TestContext.Current.CancellationToken);

        Assert.Equal((20, "missing: shard 2 of 2"), await Merge("missing"));
        Assert.Equal((64, "shard 1 is there more than once"), await Merge("more than once", "1.json"));
        Assert.Equal((64, "they divide the work differently"), await Merge("they divide the work differently", "of-three.json"));
        Assert.Equal((64, "are of different code: Xvma.Sync has changed between them"), await Merge("different code", "other-code.json"));
        Assert.Equal((64, "did not"), await Merge("did not", "other-work.json"));
        Assert.Equal((64, "cut off"), await Merge("cut off", "damaged.json"));
        Assert.Equal((20, "not finished: shard 2/2"), await Merge("not finished", "unfinished.json"));

        async Task<(int Code, string Said)> Merge(string expected, params string[] others)
        {
            var (code, output, error) = await Run(["merge", PathOf("1.json"), .. others.Select(PathOf)]);
            var line = (output + error).Split('\n').FirstOrDefault(line => line.Contains(expected, StringComparison.Ordinal)) ?? output + error;
            string[] known =
            [
                "missing: shard 2 of 2", "shard 1 is there more than once", "they divide the work differently",
                "are of different code: Xvma.Sync has changed between them", "did not", "cut off", "not finished: shard 2/2",
            ];
            return (code, known.FirstOrDefault(text => line.Contains(text, StringComparison.Ordinal)) ?? line);
        }
    }

    [Fact]
    public async Task A_run_that_is_cut_off_goes_on_to_the_same_report()
    {
        await Check("2/2", "--report", PathOf("whole.json"));
        var (code, cut) = await CheckUntilFirstRow("--shard", "2/2", "--checkpoint", PathOf("point.json"));
        var (again, _, _) = await Check("2/2", "--resume", PathOf("point.json"), "--report", PathOf("resumed.json"));

        Assert.Equal((20, 0), (code, again));
        Assert.Contains("1 done, 2 open", cut, StringComparison.Ordinal);
        Assert.Equal(await Bytes("whole.json"), await Bytes("resumed.json"));
        Assert.Equal(64, (await Check("1/2", "--resume", PathOf("point.json"))).Code);
    }

    [Fact]
    public async Task Time_that_is_up_before_anything_began_leaves_everything_open()
    {
        var (code, output, _) = await Check("2/2", "--time", "0.000001");

        Assert.Equal(20, code);
        Assert.Contains("0 done, 3 open", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_is_killed_goes_on_from_its_last_checkpoint()
    {
        string[] what = ["check", "--no-oracle", "--memory", "sc", "--scenario", "exit against join and unmap", "--workers", "1"];
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Xvma.Cli.dll"), .. what, "--checkpoint", PathOf("point.json")]) start.ArgumentList.Add(argument);
        using (var process = Process.Start(start)!)
        {
            // It is killed at whatever point it has come to when the first checkpoint is there.
            using var watcher = new FileSystemWatcher(folder.FullName);
            using var written = new ManualResetEventSlim(File.Exists(PathOf("point.json")));
            watcher.Renamed += (_, _) => written.Set();
            watcher.Created += (_, _) => written.Set();
            watcher.EnableRaisingEvents = true;
            while (!File.Exists(PathOf("point.json")) && !process.HasExited) written.Wait(50, TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var (code, _, _) = await Run([.. what, "--resume", PathOf("point.json"), "--report", PathOf("resumed.json")]);
        await Run([.. what, "--report", PathOf("whole.json")]);

        Assert.Equal(0, code);
        Assert.Equal(await Bytes("whole.json"), await Bytes("resumed.json"));
    }

    [Theory]
    [InlineData("--shard 3/2")]
    [InlineData("--shard x")]
    [InlineData("--shard 1/2 --engine coyote")]
    [InlineData("--shard 1/2 --strategy random")]
    [InlineData("--shard 1/2 --schedules 10")]
    [InlineData("--shard 1/2 --certificates somewhere")]
    [InlineData("--resume nowhere.json")]
    public async Task A_shard_that_makes_no_sense_gets_one_line_and_code_64(string line)
    {
        var (code, _, error) = await Run(["check", .. line.Split(' ')]);

        Assert.Equal(64, code);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private Task<byte[]> Bytes(string name) => File.ReadAllBytesAsync(PathOf(name), TestContext.Current.CancellationToken);

    private static Task<(int Code, string Output, string Error)> Check(string shard, params string[] more) => Run(["check", "--shard", shard, "--no-oracle", .. Scenarios, .. more]);

    /// <summary>A check that is stopped, as by Ctrl-C, at the row of its first scenario: no clock decides how far it comes.</summary>
    private static async Task<(int Code, string Output)> CheckUntilFirstRow(params string[] args)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new StoppingWriter(stop, "explored");
        using var error = new StringWriter();
        var code = await XvmaCommand.RunAsync(["check", "--no-oracle", .. Scenarios, .. args], new(output, error, IsInteractive: false, Width: 120), stop.Token);
        return (code, output.ToString());
    }

    private sealed class StoppingWriter(CancellationTokenSource stop, string text) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value!.Contains(text, StringComparison.Ordinal)) stop.Cancel();
        }
    }
}
