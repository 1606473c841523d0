using System.Diagnostics;
using Braid;
using Braid.Checker;
using Xvma.Model;

namespace Xvma.Cli;

/// <summary>One run of <c>xvma certify</c>.</summary>
internal sealed class Certify(Terminal terminal, TimeSpan limit)
{
    private readonly List<int> codes = [];

    /// <summary>Checks them all; prints a row for each and a last line; returns the exit code.</summary>
    public int Run(string path, CancellationToken stop)
    {
        var table = new TextTable(terminal.Out, ("certificate", 48), ("executions", -10), ("beginnings", -11), ("time", -8), ("verdict", 0));
        foreach (var file in FilesOf(path))
        {
            if (stop.IsCancellationRequested) break;
            CheckFile(file, table, stop);
        }

        var code = stop.IsCancellationRequested && codes.TrueForAll(each => each == ExitCode.Ok) ? ExitCode.Inconclusive : Worst();
        terminal.Out.WriteLine($"\n  {TextTable.Counted(codes.Count, "certificate")}: {Count(ExitCode.Ok)} valid, {Count(ExitCode.AssumptionFailed)} wrong, "
            + $"{Count(ExitCode.Diverged)} of other code, {Count(ExitCode.Usage)} unreadable, {Count(ExitCode.Inconclusive)} inconclusive");
        if (stop.IsCancellationRequested) terminal.Out.WriteLine("  interrupted: what is not listed was not looked at");
        return code;
    }

    private static List<string> FilesOf(string path)
    {
        if (!Directory.Exists(path)) return [path];
        try
        {
            var files = Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).ToList();
            return files.Count > 0 ? files : throw new UsageException($"there is no certificate in '{path}'; `xvma check --certificates {path}` writes them");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be read: {refused.Message}");
        }
    }

    private int Count(int code) => codes.Count(each => each == code);

    private int Worst() => new[] { ExitCode.AssumptionFailed, ExitCode.Usage, ExitCode.Diverged, ExitCode.Inconclusive }.FirstOrDefault(codes.Contains, ExitCode.Ok);

    private void CheckFile(string file, TextTable table, CancellationToken stop)
    {
        Certificate certificate;
        try
        {
            certificate = CertificateFile.Read(file);
        }
        catch (SealedFileException damaged)
        {
            Tell(ExitCode.Usage, Path.GetFileName(file), null, TimeSpan.Zero, table, "unreadable", [damaged.Message]);
            return;
        }

        var name = $"{certificate.Scenario} {certificate.MemoryModel}{(certificate.Preemptions is { } bound ? $", ≤ {bound} preemptions" : "")}";
        var changed = certificate.Code.Except(ScenarioCertificate.Code).Select(code => code.Assembly).ToList();
        var since = changed.Count == 0 ? "" : $"the code has changed since: {string.Join(", ", changed)}";
        if (!ScenarioCatalogue.TryFind(certificate.Scenario, out var scenario))
        {
            Tell(ExitCode.Diverged, name, null, TimeSpan.Zero, table, $"stale: there is no such scenario; {since}".TrimEnd(' ', ';'), []);
            return;
        }

        var clock = Stopwatch.StartNew();
        var result = Progress.Watch(
            terminal, name, _ => CertificateChecker.Check(certificate, ScenarioProgram.Factory(scenario.Name, theory: null), limit, stop));
        List<string> differences = [.. result.Differences];
        if (certificate.Machine != scenario.Geometry) differences.Add($"machine: the certificate says {certificate.Machine}, the scenario has {scenario.Geometry}");
        var (code, verdict) = (result.Verdict, differences.Count) switch
        {
            (_, > 0) when changed.Count > 0 => (ExitCode.Diverged, $"stale: {since}"),
            (_, > 0) => (ExitCode.AssumptionFailed, "wrong"),
            (CheckVerdict.Inconclusive, _) => (ExitCode.Inconclusive, "inconclusive: not within the time"),
            _ => (ExitCode.Ok, changed.Count == 0 ? "valid" : $"valid; {since}, its executions have not"),
        };
        Tell(code, name, result, clock.Elapsed, table, verdict, differences);
    }

    private void Tell(int code, string name, CheckResult? result, TimeSpan time, TextTable table, string verdict, IEnumerable<string> lines)
    {
        codes.Add(code);
        table.Row(
            name, result is null ? "–" : TextTable.Count(result.Executions), result is null ? "–" : TextTable.Count(result.Beginnings), TextTable.Seconds(time), verdict);
        foreach (var line in lines) terminal.Out.WriteLine($"      {line}");
    }
}
