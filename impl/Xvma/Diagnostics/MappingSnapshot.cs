namespace Xvma;

/// <summary>One mapping.</summary>
/// <param name="Range">Its addresses.</param>
/// <param name="PageSize">Its page size.</param>
/// <param name="Rights">What it grants.</param>
/// <param name="Attachment">What it shows, when it is an attachment.</param>
public sealed record MappingSnapshot(AddressRange Range, PageSize PageSize, Rights Rights, AttachmentSnapshot? Attachment = null);
