using System.Runtime.InteropServices;

namespace Xvma.Sync;

/// <summary>Address space of this process, committed lazily: mmap without reservation of swap.</summary>
internal static unsafe partial class NativeMemoryMap
{
    private const int ProtectReadWrite = 0x1 | 0x2;
    private const int MapPrivateAnonymousNoReserve = 0x02 | 0x20 | 0x4000;

    /// <returns>The address, or 0 when the kernel refuses.</returns>
    public static long Reserve(long bytes)
    {
        var address = Map(0, (nuint)bytes, ProtectReadWrite, MapPrivateAnonymousNoReserve, -1, 0);
        return address == -1 ? 0 : address;
    }

    public static void Release(long address, long bytes)
    {
        if (Unmap((nint)address, (nuint)bytes) != 0)
            throw new InvalidOperationException($"munmap of {bytes} bytes failed with error {Marshal.GetLastPInvokeError()}.");
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(nint address, nuint length);
}
