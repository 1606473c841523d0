namespace Xvma;

/// <summary>A mapping as its maker sees it: where it is and in what pages.</summary>
/// <param name="Range">Its addresses: the same for every member when it is shared (SHM-2).</param>
/// <param name="PageSize">The size of its pages.</param>
public readonly record struct Window(AddressRange Range, PageSize PageSize)
{
    /// <summary>Its first address.</summary>
    public ExtendedAddress Start => Range.Start;

    /// <inheritdoc/>
    public override string ToString() => $"{Range} in pages of {PageSize}";
}
