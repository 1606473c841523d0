using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Xvma.Architecture.Tests;

/// <summary>What the just-in-time compiler made of methods, asked of the compiler itself in a child process that runs them.</summary>
internal static partial class Disassembly
{
    /// <summary>Runs a test in a child process and gives the optimised instructions of the methods of a class that it ran, by method name.</summary>
    public static async Task<IReadOnlyDictionary<string, string[]>> Of(Type subjects, string test, CancellationToken stop)
    {
        var listing = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, ["-method", $"*.{test}"]) { RedirectStandardOutput = true };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) is "dotnet") start.ArgumentList.Insert(0, subjects.Assembly.Location);
            start.Environment["DOTNET_JitDisasm"] = $"*{subjects.Name}:*";
            start.Environment["DOTNET_JitStdOutFile"] = listing;
            start.Environment["DOTNET_TieredCompilation"] = "0";
            start.Environment["DOTNET_TieredPGO"] = "0";
            using var child = Process.Start(start)!;
            var output = await child.StandardOutput.ReadToEndAsync(stop);
            await child.WaitForExitAsync(stop);
            return child.ExitCode == 0
                ? Parse(await File.ReadAllTextAsync(listing, stop))
                : throw new InvalidOperationException($"The child process ended with {child.ExitCode}: {output}");
        }
        finally
        {
            File.Delete(listing);
        }
    }

    /// <summary>Instructions by method, with what depends on the place they were put at taken out.</summary>
    public static IReadOnlyDictionary<string, string[]> Parse(string listing)
    {
        var methods = new Dictionary<string, string[]>();
        foreach (var part in listing.Split("; Assembly listing for method ").Skip(1))
        {
            var name = MethodName().Match(part).Groups["name"].Value;
            methods[name] = [.. part.Split('\n').Skip(1).Select(Normalise).Where(line => line.Length > 0)];
        }

        return methods;
    }

    private static string Normalise(string line)
    {
        var code = line.Split(';')[0].Trim();
        if (code.StartsWith("align", StringComparison.Ordinal)) return "";
        return Spaces().Replace(Addresses().Replace(code, "ADDRESS"), " ");
    }

    [GeneratedRegex(@"^[^(]*:(?<name>\w+)\(")]
    private static partial Regex MethodName();

    // Immediate operands and targets of calls that are addresses; G_M000 is already counted from the start of the method.
    [GeneratedRegex(@"0x[0-9A-F]{7,}|(?<=G_M)[0-9]+(?=_IG)", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
