using System.Globalization;

namespace Benchmarks;

/// <summary>The library beside what one would take from .NET instead, and beside the limits of the machine.</summary>
internal static class CompareBenchmark
{
    public static void Run()
    {
        var table = new CompareTable();
        CompareMaps.Run(table);
        CompareAccesses.Run(table);
        Results.Write("compare", string.Create(CultureInfo.InvariantCulture, $"""
            # Beside what .NET has

            Written by `dotnet run -c Release --project tests/Benchmarks -- compare`. Medians of rounds in which the bodies of a block took turns;
            ratios are within a block, to its first row. {Environment.ProcessorCount} processors, .NET {Environment.Version}.

            {table}
            A `ReaderWriterLockSlim` around a `SortedDictionary` and a `ConcurrentDictionary` have an entry a page, as neither finds the entry
            *at or below* an address; so a mapping of many pages costs them as many entries, and the library one. A `MemoryMappedFile` shared by
            processes needs a named mutex around what must not be torn or must be revoked; the library's accesses are checked against mappings,
            rights and membership, and can be revoked at any time.

            """));
    }
}
