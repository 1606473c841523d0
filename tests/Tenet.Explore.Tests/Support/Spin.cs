using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Tenet.Explore.Tests;

/// <summary>Runs SPIN on an instance, where it and a C compiler are installed.</summary>
internal static partial class Spin
{
    /// <summary>Why it cannot be run here, or null.</summary>
    public static string? Missing { get; } =
        Array.Find(["spin", "gcc"], tool => !Folders.Any(folder => File.Exists(Path.Combine(folder, tool)))) is { } tool ? $"{tool} is not installed here" : null;

    private static string[] Folders => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);

    /// <summary>The number of stored states, whether SPIN found an error, and how long its search took, without translation and compilation.</summary>
    public static SpinResult Run(Instance instance)
    {
        var folder = Directory.CreateTempSubdirectory("tenet-spin-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "model.pml"), PromelaText.Of(instance));
            Execute(folder.FullName, "spin", "-a", "model.pml");
            Execute(folder.FullName, "gcc", "-O2", "-w", "-DSAFETY", "-DBFS", "-DNOREDUCE", "-DMEMLIM=8000", "-o", "pan", "pan.c");
            var watch = Stopwatch.StartNew();
            var report = Execute(folder.FullName, Path.Combine(folder.FullName, "pan"));
            return new(Number(Stored().Match(report)), Number(Errors().Match(report)), watch.Elapsed);
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
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program}: {output}{error.GetAwaiter().GetResult()}");
    }

    [GeneratedRegex(@"(\d+) states, stored")]
    private static partial Regex Stored();

    [GeneratedRegex(@"errors: (\d+)")]
    private static partial Regex Errors();
}
