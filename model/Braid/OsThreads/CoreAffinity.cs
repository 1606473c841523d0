using System.Runtime.InteropServices;

namespace Braid;

/// <summary>One core out of those that the process may use, for all threads of one exploration. Does nothing where the system offers no such call.</summary>
internal sealed unsafe partial class CoreAffinity
{
    private const int Words = 16;

    private readonly ulong[] allowed = new ulong[Words];
    private readonly ulong[] pinned = new ulong[Words];
    private readonly bool isAvailable;

    public CoreAffinity(int index)
    {
        if (!OperatingSystem.IsLinux()) return;
        fixed (ulong* mask = allowed)
        {
            if (Get(0, sizeof(ulong) * Words, mask) != 0) return;
        }

        List<int> cores = [];
        for (var core = 0; core < 64 * Words; core++)
        {
            if ((allowed[core / 64] >> core % 64 & 1) != 0) cores.Add(core);
        }

        if (cores.Count == 0) return;
        var mine = cores[index % cores.Count];
        pinned[mine / 64] = 1UL << mine % 64;
        isAvailable = true;
    }

    /// <summary>Keeps the calling thread on the core.</summary>
    public void Pin() => Set(pinned);

    /// <summary>Lets the calling thread go where it could before.</summary>
    public void Unpin() => Set(allowed);

    private void Set(ulong[] cores)
    {
        if (!isAvailable) return;
        fixed (ulong* mask = cores) _ = Set(0, sizeof(ulong) * Words, mask);
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int Get(int thread, nint bytes, ulong* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int Set(int thread, nint bytes, ulong* mask);
}
