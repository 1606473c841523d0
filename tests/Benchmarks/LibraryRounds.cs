using System.Diagnostics;

namespace Benchmarks;

/// <summary>
/// Measures several bodies against each other: in each round every body runs once, so that whatever else the machine does meets all of them,
/// and medians are compared.
/// </summary>
internal static class LibraryRounds
{
    private const int Rounds = 101;

    /// <summary>Enough for the runtime to have compiled a body for good: it counts 30 calls, and then waits until nothing new has come for 100 ms.</summary>
    private const int WarmUps = 60;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromMilliseconds(800);

    /// <param name="operations">How many operations a body does in one call.</param>
    /// <param name="bodies">What is compared.</param>
    /// <returns>Nanoseconds an operation, the median of the rounds, by body.</returns>
    public static double[] Medians(int operations, params Action[] bodies)
    {
        var started = Stopwatch.StartNew();
        for (var call = 0; call < WarmUps || started.Elapsed < WarmUpTime; call++)
        {
            foreach (var body in bodies) body();
        }

        var times = new double[bodies.Length][];
        for (var body = 0; body < bodies.Length; body++) times[body] = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            for (var body = 0; body < bodies.Length; body++) times[body][round] = Nanoseconds(bodies[body]) / operations;
        }

        return [.. times.Select(Median)];
    }

    public static double Nanoseconds(Action body)
    {
        var start = Stopwatch.GetTimestamp();
        body();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    public static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
