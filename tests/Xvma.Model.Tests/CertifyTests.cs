using Braid;
using Xvma.Cli;
using static Xvma.Model.Tests.TheCommand;

namespace Xvma.Model.Tests;

public sealed class CertifyTests : IDisposable
{
    // Those that the checker gets through in a moment; it takes minutes for some.
    private static readonly string[] Small =
    [
        "exit during a user-mode fault", "fault against leave", "join against change of uid",
        "join against last leave", "kill with an outstanding instruction", "late join", "leave is final", "map against overlapping map", "root is refused",
        "two joins and a leave", "two kills",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xvma-certificates-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Certificates_of_small_scenarios_are_true_by_another_algorithm()
    {
        foreach (var name in Small) Write(Certify(name, MemoryModel.SequentialConsistency));
        foreach (var name in Small.Where(name => name.StartsWith('j') || name.StartsWith('t'))) Write(Certify(name, MemoryModel.TotalStoreOrder));
        var files = folder.GetFiles().Length;

        var (code, output, _) = await Run("certify", folder.FullName);

        Assert.Equal((0, Small.Length + 4), (code, files));
        Assert.Contains($"{files} certificates: {files} valid, 0 wrong", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_writes_the_certificate_of_what_it_exhausted_and_of_nothing_else()
    {
        var (code, _, _) = await Run("check", "--scenario", "map against overlapping map", "--engine", "braid", "--memory", "sc", "--certificates", folder.FullName);
        var (cut, _, _) = await Run("check", "--scenario", "two joins and a leave", "--engine", "braid", "--schedules", "2", "--certificates", folder.FullName);

        Assert.Equal((0, 20), (code, cut));
        var file = Assert.Single(folder.GetFiles("*.json", SearchOption.TopDirectoryOnly));
        Assert.Equal(CertificateFile.Bytes(Certify("map against overlapping map", MemoryModel.SequentialConsistency)), await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_certificate_with_an_execution_fewer_is_wrong_and_so_is_one_with_another_hash()
    {
        var certificate = Certify("late join", MemoryModel.SequentialConsistency);
        Write(certificate with { Coverage = certificate.Coverage with { Complete = certificate.Coverage.Complete - 1 } });
        var (fewer, because, _) = await Run("certify", folder.FullName);
        Write(certificate with { Coverage = certificate.Coverage with { Traces = certificate.Coverage.Traces + new Digest(0, 1) } });
        var (other, hash, _) = await Run("certify", folder.FullName);

        Assert.Equal((10, 10), (fewer, other));
        Assert.Contains("complete: the certificate says 3, the checker finds 4", because, StringComparison.Ordinal);
        Assert.Contains("traces: the certificate says ", hash, StringComparison.Ordinal);
        Assert.Contains("1 wrong", hash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_other_code_is_stale_unless_the_executions_are_the_same()
    {
        var certificate = Certify("late join", MemoryModel.SequentialConsistency);
        var other = certificate with { Code = [.. certificate.Code.Select(code => code.Assembly == "Xvma" ? code with { Hash = new('0', 64) } : code)] };
        Write(other);
        var (same, told, _) = await Run("certify", folder.FullName);
        Write(other with { Coverage = other.Coverage with { Steps = 1 } });
        var (stale, output, _) = await Run("certify", folder.FullName);

        Assert.Equal((0, 21), (same, stale));
        Assert.Contains("valid; the code has changed since: Xvma, its executions have not", told, StringComparison.Ordinal);
        Assert.Contains("stale: the code has changed since: Xvma", output, StringComparison.Ordinal);
        Assert.Contains("steps: the certificate says 1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_a_scenario_that_is_gone_is_stale()
    {
        Write(Certify("late join", MemoryModel.SequentialConsistency) with { Scenario = "later join" });

        var (code, output, _) = await Run("certify", folder.FullName);

        Assert.Equal(21, code);
        Assert.Contains("stale: there is no such scenario", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_little_time_is_inconclusive()
    {
        Write(Certify("fault against unmap", MemoryModel.SequentialConsistency));

        var (code, output, _) = await Run("certify", folder.FullName, "--time", "0.000001");

        Assert.Equal(20, code);
        Assert.Contains("inconclusive: not within the time", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_certificate_is_said_to_be_damaged()
    {
        var path = Write(Certify("late join", MemoryModel.SequentialConsistency));
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        var (code, output, _) = await Run("certify", path);

        Assert.Equal(64, code);
        Assert.Contains("1 unreadable", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("certify")]
    [InlineData("certify nowhere --time 0")]
    [InlineData("certify nowhere --time soon")]
    public async Task A_wrong_command_line_gets_one_line_and_code_64(string line)
    {
        var (code, _, error) = await Run(line.Split(' '));

        Assert.Equal(64, code);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_folder_without_certificates_is_said_to_be_empty()
    {
        var (code, _, error) = await Run("certify", folder.FullName);

        Assert.Equal(64, code);
        Assert.Contains("there is no certificate in", error, StringComparison.Ordinal);
    }

    private static Certificate Certify(string name, MemoryModel model)
    {
        var scenario = ScenarioCatalogue.Find(name);
        var options = new ExplorerOptions { MemoryModel = model, PreemptionBound = scenario.Preemptions, Certifies = true };
        var result = BraidChecker.Check(scenario, options, stop: TestContext.Current.CancellationToken);
        return ScenarioCertificate.Of(scenario, options, result.Covered!);
    }

    private string Write(Certificate certificate)
    {
        var path = Path.Combine(folder.FullName, $"{certificate.Scenario}-{certificate.MemoryModel}.json");
        CertificateFile.Write(path, certificate);
        return path;
    }
}
