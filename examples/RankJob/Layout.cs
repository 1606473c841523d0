using Xvma;

namespace RankJob;

/// <summary>Where things are: the same offsets in every rank's own memory, and every rank at the same distance in everybody's space.</summary>
internal static class Layout
{
    /// <summary>What of a rank's address space others see: its beginning. All of a private region cannot be seen in another one of the same size.</summary>
    public const ulong Span = 1UL << 40;

    /// <summary>Ranks that have arrived at barriers, counted by themselves.</summary>
    public const ulong Arrivals = 0;

    /// <summary>The sums of three rounds; rank 0's are the job's.</summary>
    public const ulong Sums = 64;

    /// <summary>How many they are: one being read, one being added to, one being cleared.</summary>
    public const ulong SumSlots = 3;

    /// <summary>The queue that others send to.</summary>
    public const ulong Queue = 4096;

    /// <summary>Lines of each of its halves.</summary>
    public const int QueueLines = 64;

    /// <summary>Where the caller's memory begins: after one page of the job's own.</summary>
    public const ulong Memory = 64 << 10;

    /// <summary>The size of all pages.</summary>
    public static PageSize Pages => PageSize.Of64K;

    /// <summary>Where a rank's own memory is in its own space.</summary>
    public static ExtendedAddress Own(Machine machine) => machine.Options.Layout.PrivateBase;

    /// <summary>Where any rank's memory is in everybody's space: behind one's own.</summary>
    public static ExtendedAddress Of(Machine machine, int rank) => Own(machine) + ((ulong)(rank + 1) * Span);
}
