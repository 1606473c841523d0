namespace Xvma;

/// <summary>Where a mapping is to lie: anywhere, at an address, near one, or at one in place of what is there (MAP-4, MAP-12, MAP-13).</summary>
/// <remarks>An <see cref="ExtendedAddress"/> alone means: there or nowhere.</remarks>
public readonly record struct Placement
{
    private Placement(PlacementKind kind, ExtendedAddress address)
    {
        Kind = kind;
        Address = address;
    }

    /// <summary>At the lowest free address of the region (MAP-4).</summary>
    public static Placement Anywhere => default;

    /// <summary>Which of the four it is.</summary>
    public PlacementKind Kind { get; }

    /// <summary>The address meant; 0 for <see cref="PlacementKind.Anywhere"/>.</summary>
    public ExtendedAddress Address { get; }

    /// <summary>There, and refused with <see cref="XvmaError.Overlap"/> when anything is mapped in the range (MAP-3).</summary>
    public static Placement At(ExtendedAddress address) => new(PlacementKind.Exact, address);

    /// <summary>There when the range is free and can be mapped, else as if no address had been named (MAP-12).</summary>
    public static Placement Near(ExtendedAddress address) => new(PlacementKind.Hint, address);

    /// <summary>There, in place of all that is mapped in the range (MAP-13).</summary>
    public static Placement Over(ExtendedAddress address) => new(PlacementKind.Replace, address);

    /// <summary>There or nowhere; null means anywhere.</summary>
    public static implicit operator Placement(ExtendedAddress? address) => address is { } exact ? At(exact) : Anywhere;

    /// <summary>As a call shows it.</summary>
    public override string ToString() => Kind switch
    {
        PlacementKind.Anywhere => "anywhere",
        PlacementKind.Hint => $"near {Address}",
        PlacementKind.Replace => $"over {Address}",
        _ => Address.ToString(),
    };
}
