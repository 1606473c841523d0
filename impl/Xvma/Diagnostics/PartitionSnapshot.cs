namespace Xvma;

/// <summary>One partition.</summary>
/// <param name="Index">Its number.</param>
/// <param name="HasFailed">Whether it has failed and not returned (PAR-2).</param>
/// <param name="LiveFrames">Frames of its memory that are allocated.</param>
/// <param name="LiveBytes">Bytes of these; reserved, not necessarily committed.</param>
/// <param name="MegaPages">What of its mega-page memory is in use.</param>
public sealed record PartitionSnapshot(int Index, bool HasFailed, long LiveFrames, long LiveBytes, MegaPageUsage MegaPages);
