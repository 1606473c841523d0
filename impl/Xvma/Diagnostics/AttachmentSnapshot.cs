namespace Xvma;

/// <summary>What a mapping shows that is an attachment.</summary>
/// <param name="Permit">The permit it was made with.</param>
/// <param name="Shows">The address in the segment owner's private space that its first byte shows.</param>
public sealed record AttachmentSnapshot(PermitId Permit, ExtendedAddress Shows);
