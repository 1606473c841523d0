namespace Xvma;

/// <summary>A page of an attachment that reaches memory: its segment is live, and the owner has mapped a page of this size there.</summary>
/// <param name="Page">Its addresses, where it is attached.</param>
/// <param name="Frame">The id of the owner's frame.</param>
/// <param name="Rights">What the attachment, and the owner's mapping, both grant.</param>
public sealed record BorrowedSnapshot(AddressRange Page, long Frame, Rights Rights);
