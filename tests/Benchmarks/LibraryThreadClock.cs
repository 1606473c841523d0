using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>How long a body took, and for how much of that its thread had a processor.</summary>
internal static partial class LibraryThreadClock
{
    private const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID

    public static (double Wall, double Share) Measure(Action body)
    {
        var (wall, cpu) = (Stopwatch.GetTimestamp(), CpuTime());
        body();
        var elapsed = Stopwatch.GetElapsedTime(wall).TotalNanoseconds;
        return (elapsed, (CpuTime() - cpu) / elapsed);
    }

    private static double CpuTime()
    {
        return Now(ThreadCpuTime, out var time) == 0
            ? (time.Seconds * 1e9) + time.Nanoseconds
            : throw new InvalidOperationException($"clock_gettime failed with error {Marshal.GetLastPInvokeError()}.");
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static partial int Now(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
