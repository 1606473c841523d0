using System.Runtime.InteropServices;

namespace Tenet.Explore;

/// <summary>Zeroed memory outside of the collected heap; large pieces ask for huge pages, since a search touches them at random.</summary>
internal static unsafe partial class HugeMemory
{
    private const nuint HugePage = 2 << 20;

    private const int AdviseHugePages = 14;

    public static void* Allocate(nuint bytes)
    {
        var memory = NativeMemory.AllocZeroed(bytes);
        if (OperatingSystem.IsLinux() && bytes >= 2 * HugePage)
        {
            var start = ((nuint)memory + HugePage - 1) & ~(HugePage - 1);
            var length = ((nuint)memory + bytes - start) & ~(HugePage - 1);
            // Advice only: when it is not taken, the search is slower and nothing else.
            _ = Advise((void*)start, length, AdviseHugePages);
        }

        return memory;
    }

    public static void Free(void* memory) => NativeMemory.Free(memory);

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(void* start, nuint length, int advice);
}
