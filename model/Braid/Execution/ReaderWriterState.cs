namespace Braid;

/// <summary>A reader-writer lock in one integer: readers in bits 0–15, waiting writers in 16–31, the writer (thread + 1) above.</summary>
internal static class ReaderWriterState
{
    public const long OneReader = 1;
    public const long OneWaiting = 1L << 16;

    public static long Writer(int thread) => (thread + 1L) << 32;

    /// <summary>A waiting writer holds new readers back, as in production.</summary>
    public static bool AdmitsReader(long state) => state >> 16 == 0;

    public static bool AdmitsWriter(long state) => state >> 32 == 0 && Readers(state) == 0;

    public static long Readers(long state) => state & 0xFFFF;

    public static bool IsWriter(long state, int thread) => state >> 32 == thread + 1;

    /// <summary>The writer's thread, or −1.</summary>
    public static int WriterOf(long state) => (int)(state >> 32) - 1;
}
