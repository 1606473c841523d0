using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>The library's numbers: what a hit, a copy, a fault, a mapping cost beside the plain operation of the machine.</summary>
internal static class LibraryBenchmark
{
    /// <param name="part">One part to run, or null for all of them, which also rewrites the results.</param>
    public static void Run(string? part)
    {
        var parts = new Dictionary<string, Action<LibraryTable>>
        {
            ["hits"] = LibraryHits.Run,
            ["copies"] = LibraryCopies.Run,
            ["faults"] = LibraryFaults.Run,
            ["mappings"] = LibraryMappings.Run,
            ["cores"] = LibraryTwoCores.Run,
        };
        var table = new LibraryTable();
        foreach (var (name, run) in parts)
        {
            if (part is null || part == name) run(table);
        }

        if (part is null) File.WriteAllText(ResultsPath(), Report(table));
    }

    private static string Report(LibraryTable table) => string.Create(CultureInfo.InvariantCulture, $"""
        # The library's numbers

        Written by `dotnet run -c Release --project tests/Benchmarks -- library`. Medians of interleaved rounds; every ratio is of two bodies
        that took turns in one run. {Environment.ProcessorCount} processors, {RuntimeInformation.OSArchitecture}, .NET {Environment.Version}.

        {table}
        A *chain* takes the address of each load from the load before: latency, what a program that follows pointers sees, and what the target
        of 3 means. *Independent* loads overlap as far as the processor can: throughput. There an instruction of the GRU cannot keep up with a
        plain load, of which the processor does two a cycle: each instruction announces itself by counting up the word that the one before
        has just counted up, and that word going through the store buffer takes about nine cycles.

        A look-up at random is two or three cache misses, and whatever else runs on the machine decides what these cost: compare the row of
        the look-ups that are repeated, which find everything in the cache.

        """);

    private static string ResultsPath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "results", "library.md");
}
