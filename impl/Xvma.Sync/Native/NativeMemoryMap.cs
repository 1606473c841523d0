using System.Runtime.InteropServices;

namespace Xvma.Sync;

/// <summary>Address space of this process, committed lazily: mmap without reservation of swap.</summary>
/// <remarks>
/// What is released loses its memory but keeps its addresses, for the next reservation of that size. Unmapping it would part the areas of the
/// process, which the kernel limits in number (<c>vm.max_map_count</c>): beyond some ten thousand holes it refuses, also to the runtime.
/// Addresses go back to the kernel when it has none left to give.
/// </remarks>
internal static unsafe partial class NativeMemoryMap
{
    private const int ProtectReadWrite = 0x1 | 0x2;
    private const int MapPrivateAnonymousNoReserve = 0x02 | 0x20 | 0x4000;
    private const int DontNeed = 4;

    private static readonly object Gate = new();
    private static readonly Dictionary<long, Stack<long>> Kept = [];

    /// <returns>The address, or 0 when the kernel refuses.</returns>
    public static long Reserve(long bytes)
    {
        if (TryTakeKept(bytes, out var address) || TryMap(bytes, out address)) return address;
        UnmapKept();
        return TryMap(bytes, out address) ? address : 0;
    }

    public static void Release(long address, long bytes)
    {
        if (Advise((nint)address, (nuint)bytes, DontNeed) != 0)
            throw new InvalidOperationException($"madvise for {bytes} bytes failed with error {Marshal.GetLastPInvokeError()}.");
        lock (Gate)
        {
            if (!Kept.TryGetValue(bytes, out var addresses)) Kept.Add(bytes, addresses = []);
            addresses.Push(address);
        }
    }

    private static bool TryTakeKept(long bytes, out long address)
    {
        lock (Gate)
        {
            address = 0;
            return Kept.TryGetValue(bytes, out var addresses) && addresses.TryPop(out address);
        }
    }

    private static bool TryMap(long bytes, out long address)
    {
        address = Map(0, (nuint)bytes, ProtectReadWrite, MapPrivateAnonymousNoReserve, -1, 0);
        return address != -1;
    }

    private static void UnmapKept()
    {
        lock (Gate)
        {
            foreach (var (bytes, addresses) in Kept)
            {
                while (addresses.TryPeek(out var address) && Unmap((nint)address, (nuint)bytes) == 0) addresses.Pop();
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    private static partial int Advise(nint address, nuint length, int advice);
}
