namespace Xvma;

/// <summary>
/// Where the processor's reach ends and the two extended regions begin (ADR-1): the private one from <see cref="PrivateBase"/> up to
/// <see cref="SharedBase"/>, the shared one from there to 2^64. What lies between the processor's limit and the private base is a hole.
/// </summary>
public sealed record AddressLayout
{
    private readonly ulong processorLimit;
    private readonly ulong privateBase;
    private readonly ulong sharedBase;

    /// <summary>Makes a layout of three boundaries, each the first address above the one region and the base of the next.</summary>
    /// <exception cref="ArgumentException">
    /// ADR-4: they are not in order (processor limit at most the private base, that below the shared base) or not all aligned to the
    /// largest page, 1 TB.
    /// </exception>
    public AddressLayout(ExtendedAddress processorLimit, ExtendedAddress privateBase, ExtendedAddress sharedBase)
    {
        if (!AddressMath.IsLayout(processorLimit.Value, privateBase.Value, sharedBase.Value, PageSize.MaxShift))
        {
            throw new ArgumentException(
                $"not a layout: processor limit {processorLimit}, private base {privateBase}, shared base {sharedBase}; " +
                $"they must ascend and be aligned to {PageSize.Of1T}");
        }

        this.processorLimit = processorLimit.Value;
        this.privateBase = privateBase.Value;
        this.sharedBase = sharedBase.Value;
        PrivateRegion = AddressRange.Between(privateBase, sharedBase - 1);
        SharedRegion = AddressRange.Between(sharedBase, ExtendedAddress.Max);
    }

    /// <summary>
    /// The layout of the original description (ADR-2): private from 2^53 to 2^63, shared from 2^63 up; the processor reaches 2^47.
    /// </summary>
    public static AddressLayout Default { get; } = new(new(1UL << 47), new(1UL << 53), new(1UL << 63));

    /// <summary>
    /// The layout of SGI's own header (ADR-2): private from 2^48, so that the hole is only what lies between 2^47 and 2^48.
    /// </summary>
    public static AddressLayout Sgi { get; } = new(new(1UL << 47), new(1UL << 48), new(1UL << 63));

    /// <summary>The first address beyond the processor's reach.</summary>
    public ExtendedAddress ProcessorLimit => new(processorLimit);

    /// <summary>The first private address.</summary>
    public ExtendedAddress PrivateBase => new(privateBase);

    /// <summary>The first shared address.</summary>
    public ExtendedAddress SharedBase => new(sharedBase);

    /// <summary>All private addresses.</summary>
    public AddressRange PrivateRegion { get; }

    /// <summary>All shared addresses, up to the top of the address space.</summary>
    public AddressRange SharedRegion { get; }

    /// <summary>The kind of an address: every one of the 2^64 has exactly one.</summary>
    public AddressKind Classify(ExtendedAddress address) => AddressMath.KindOf(address.Value, processorLimit, privateBase, sharedBase);

    /// <summary>The region of a kind that mappings can be made in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is neither private nor shared.</exception>
    public AddressRange RegionOf(AddressKind kind) => kind switch
    {
        AddressKind.Private => PrivateRegion,
        AddressKind.Shared => SharedRegion,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "nothing can be mapped there"),
    };
}
