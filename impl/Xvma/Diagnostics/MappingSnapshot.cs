namespace Xvma;

/// <summary>One mapping.</summary>
/// <param name="Range">Its addresses.</param>
/// <param name="PageSize">Its page size.</param>
/// <param name="Rights">What it grants.</param>
public sealed record MappingSnapshot(AddressRange Range, PageSize PageSize, Rights Rights);
