namespace Xvma;

/// <summary>A page that has memory.</summary>
/// <param name="Page">Its addresses.</param>
/// <param name="Frame">The id of its frame.</param>
/// <param name="References">Mappings that hold the frame.</param>
/// <param name="Pins">Faults in progress that hold the frame.</param>
public sealed record PageSnapshot(AddressRange Page, long Frame, int References, int Pins)
{
    /// <summary>Where in the mega-page memory its first byte is; null of ordinary memory.</summary>
    public long? MegaPlace { get; init; }
}
