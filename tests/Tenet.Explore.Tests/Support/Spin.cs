using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Tenet.Explore.Tests;

/// <summary>Runs SPIN on an instance, where it and a C compiler are installed; skips the test where they are not.</summary>
internal static partial class Spin
{
    /// <summary>The number of stored states and whether SPIN found an error.</summary>
    public static (long States, long Errors) Run(Instance instance)
    {
        foreach (var tool in (string[])["spin", "gcc"])
        {
            if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool))))
                Assert.Skip($"{tool} is not installed here");
        }

        var folder = Directory.CreateTempSubdirectory("tenet-spin-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "model.pml"), PromelaText.Of(instance));
            Execute(folder.FullName, "spin", "-a", "model.pml");
            Execute(folder.FullName, "gcc", "-O1", "-w", "-DSAFETY", "-DBFS", "-DNOREDUCE", "-o", "pan", "pan.c");
            var report = Execute(folder.FullName, Path.Combine(folder.FullName, "pan"));
            return (Number(Stored().Match(report)), Number(Errors().Match(report)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static long Number(Match match) => long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    private static string Execute(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {output}{error.GetAwaiter().GetResult()}");
        return output;
    }

    [GeneratedRegex(@"(\d+) states, stored")]
    private static partial Regex Stored();

    [GeneratedRegex(@"errors: (\d+)")]
    private static partial Regex Errors();
}
