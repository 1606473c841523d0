namespace Xvma;

/// <summary>What a machine is made of. The defaults are a working machine; checks use small ones so that every schedule can be seen.</summary>
public sealed record MachineOptions
{
    /// <summary>Where the regions lie (ADR-1).</summary>
    public AddressLayout Layout { get; init; } = AddressLayout.Default;

    /// <summary>The page sizes it has (PGS-1).</summary>
    public PageSizeTable PageSizes { get; init; } = PageSizeTable.Default;

    /// <summary>
    /// Partitions: system images on one fabric, each with its own tasks, memory and chiplets (PAR-1); 1 to 64. What is said below of chiplets
    /// and bytes is of each.
    /// </summary>
    public int Partitions { get; init; } = 1;

    /// <summary>Looks of the monitor in a row, after the first, that find no beat of a partition: with so many it has failed (PAR-2); 1 to 1,000,000.</summary>
    public int MissedLooks { get; init; } = 1;

    /// <summary>Chiplets of all partitions: their numbers are 0 to one less, and each partition's follow one another.</summary>
    public int AllChiplets => Partitions * Chiplets;

    /// <summary>GRU chiplets; 1 to 64, those of all partitions together (CTX-1).</summary>
    public int Chiplets { get; init; } = 2;

    /// <summary>Contexts that a chiplet holds at a time; 1 to 16 (CTX-1).</summary>
    public int ContextsPerChiplet { get; init; } = 16;

    /// <summary>Instruction slots (CBRs) of a context; 1 to 64 (INS-1).</summary>
    public int SlotsPerContext { get; init; } = 8;

    /// <summary>Sets of a chiplet's TLB, a power of two; 1 to 65,536.</summary>
    public int TlbSets { get; init; } = 256;

    /// <summary>Entries of a set; 2 to 16. Two operands of one copy may meet in a set, so one would not do.</summary>
    public int TlbWays { get; init; } = 4;

    /// <summary>
    /// Misses of one instruction, or of one piece of a copy, after which it takes the turn of its chiplet with the next, so that nobody displaces
    /// its entries any more (FLT-16); 1 to 1,000. A copy that meets nobody has two.
    /// </summary>
    public int MissesBeforeTurn { get; init; } = 3;

    /// <summary>
    /// ASIDs that a chiplet hands out before it wraps (CTX-4); a multiple of 8, at least 8 more for each of two spaces of every context.
    /// </summary>
    public long AsidLimit { get; init; } = 0xFF_FFF8;

    /// <summary>The most mappings that the private space of a task, or the space of a group, may have; at least 1 (MAP-14).</summary>
    public int MappingsPerSpace { get; init; } = 1 << 24;

    /// <summary>The most bytes that such a space may have mapped; at least 4,096 (MAP-14). By default all that its region has.</summary>
    public ulong BytesPerSpace { get; init; } = ulong.MaxValue;

    /// <summary>The most bytes of ordinary memory that frames may have together (MEM-3); by default what the system gives.</summary>
    public ulong OrdinaryBytes { get; init; } = ulong.MaxValue;

    /// <summary>
    /// Bytes of mega-page memory, which the kernel was not told of (MEM-11); a multiple of the smallest page size, at most 2^62. It takes address
    /// space as it is used and memory as it is touched, so it may be more than there is.
    /// </summary>
    public ulong MegaPageBytes { get; init; }

    internal const int MostPreloadPages = 64;

    /// <summary>Pages beyond a faulting one that a copy's fault brings into the TLB with it, at most; 0, for none, to 64 (FLT-13).</summary>
    public int PreloadPages { get; init; }

    /// <summary>What the interrupt handler does (FLT-12).</summary>
    public InterruptVariant Interrupts { get; init; } = InterruptVariant.TryDropin;

    /// <summary>Where the interrupt handler runs (FLT-11).</summary>
    public InterruptDelivery Delivery { get; init; } = InterruptDelivery.OnIssuingThread;

    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range its documentation gives.</exception>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Layout);
        ArgumentNullException.ThrowIfNull(PageSizes);
        RequireRange(Partitions, 1, 64, nameof(Partitions));
        RequireRange(MissedLooks, 1, 1_000_000, nameof(MissedLooks));
        RequireRange(Chiplets, 1, 64 / Partitions, nameof(Chiplets));
        RequireRange(ContextsPerChiplet, 1, 16, nameof(ContextsPerChiplet));
        RequireRange(SlotsPerContext, 1, 64, nameof(SlotsPerContext));
        RequireRange(TlbSets, 1, 65_536, nameof(TlbSets));
        if (!System.Numerics.BitOperations.IsPow2(TlbSets))
            throw new ArgumentOutOfRangeException(nameof(TlbSets), TlbSets, "The number of TLB sets must be a power of two.");
        RequireRange(TlbWays, 2, 16, nameof(TlbWays));
        RequireRange(MissesBeforeTurn, 1, 1_000, nameof(MissesBeforeTurn));
        RequireRange(AsidLimit, 8 + (16L * ContextsPerChiplet), 0xFF_FFF8, nameof(AsidLimit));
        if (AsidLimit % 8 != 0) throw new ArgumentOutOfRangeException(nameof(AsidLimit), AsidLimit, "The ASID limit must be a multiple of 8.");
        RequireRange(MappingsPerSpace, 1, int.MaxValue, nameof(MappingsPerSpace));
        if (BytesPerSpace < 4096) throw new ArgumentOutOfRangeException(nameof(BytesPerSpace), BytesPerSpace, "A space must be allowed at least one page of 4,096 bytes.");
        if (MegaPageBytes > 1UL << 62 || !PageSizes.Sizes.Min().IsAligned(MegaPageBytes))
            throw new ArgumentOutOfRangeException(nameof(MegaPageBytes), MegaPageBytes, "Mega-page memory must be a multiple of the smallest page size, and at most 2^62 bytes.");
        RequireRange(PreloadPages, 0, MostPreloadPages, nameof(PreloadPages));
        if (!Enum.IsDefined(Interrupts)) throw new ArgumentOutOfRangeException(nameof(Interrupts), Interrupts, "Unknown interrupt variant.");
        if (!Enum.IsDefined(Delivery)) throw new ArgumentOutOfRangeException(nameof(Delivery), Delivery, "Unknown interrupt delivery.");
    }

    private static void RequireRange(long value, long least, long most, string name)
    {
        if (value < least || value > most) throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {most}.");
    }
}
