using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Xvma.Model.Coyote;

/// <summary>Coyote's command-line tool, as it was copied beside this assembly.</summary>
/// <remarks>The rewriting engine inside Microsoft.Coyote.Test has no public entry; the tool is the supported way, at about 0.4 s a call.</remarks>
internal static class CoyoteTool
{
    public static void Rewrite(string settingsFile)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "coyote-tool", "coyote.dll");
        if (!File.Exists(tool)) throw new RewritingException($"Coyote's tool is not at {tool}.");
        var start = new ProcessStartInfo(FindHost(), ["exec", "--roll-forward", "Major", tool, "rewrite", settingsFile])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["COYOTE_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new RewritingException($"Coyote's tool ended with code {process.ExitCode}: {output}{errors.GetAwaiter().GetResult()}");
    }

    /// <summary>The host that runs this process, or the one that belongs to its runtime when the process has a host of its own.</summary>
    private static string FindHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Path.GetFileName(Environment.ProcessPath) == name) return Environment.ProcessPath!;
        // <root>/shared/Microsoft.NETCore.App/<version>/
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }
}
