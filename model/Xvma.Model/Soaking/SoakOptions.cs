namespace Xvma.Model;

/// <summary>How long a soak is, and on what.</summary>
public sealed record SoakOptions
{
    /// <summary>Operations of all threads together; at least 1. A thread does as many as the others, so a few more may be done.</summary>
    public long Operations { get; init; } = 1_000_000;

    /// <summary>Threads; 1 to 8, since each has an instruction slot of its own in every task.</summary>
    public int Threads { get; init; } = Math.Min(Environment.ProcessorCount, MaxThreads);

    /// <summary>Operations of each thread between two rests, when nobody is inside an operation and the invariants are checked; at least 1.</summary>
    public int BetweenRests { get; init; } = 50_000;

    /// <summary>Tasks at a time; at least 2.</summary>
    public int Tasks { get; init; } = 12;

    /// <summary>Seed of the choices; which thread comes first is the machine's affair.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What it runs on. Few contexts, so that they are stolen; few ASIDs, so that they wrap; two partitions, one of which fails and returns.</summary>
    public MachineOptions Machine { get; init; } = new()
    {
        Partitions = 2, MissedLooks = 3, Chiplets = 2, ContextsPerChiplet = 3, SlotsPerContext = MaxThreads + 1, TlbSets = 4, TlbWays = 4, AsidLimit = 8 * 32,
    };

    /// <summary>The most threads.</summary>
    public const int MaxThreads = 8;
}
