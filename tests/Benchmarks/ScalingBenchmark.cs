using System.Globalization;

namespace Benchmarks;

/// <summary>How the library's times grow with what there is of everything.</summary>
internal static class ScalingBenchmark
{
    public static void Run()
    {
        var report = new ScalingReport();
        ScalingMappings.Run(report);
        ScalingMachines.Run(report);
        ScalingWriters.Run(report);
        Results.Write("scaling", string.Create(CultureInfo.InvariantCulture, $"""
            # How it grows

            Written by `dotnet run -c Release --project tests/Benchmarks -- scaling`. Medians; *exponent* is that of the power of n that fits best
            (least squares over the logarithms): 0 is constant, up to 0.4 what a logarithm makes, and a map that fills one cache after the other, 1
            is linear. {Environment.ProcessorCount} processors, .NET {Environment.Version}.

            {report}
            """));
    }
}
