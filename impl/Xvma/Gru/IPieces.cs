namespace Xvma;

/// <summary>An instruction that makes its accesses in pieces, a page of each operand at a time (INS-5, INS-12).</summary>
internal interface IPieces<TSync>
    where TSync : struct, Sync.ISync
{
    /// <summary>Bytes of memory, or as many elements of 8, that one piece accesses at most: an invalidation does not wait long for it.</summary>
    const ulong LargestPiece = 256 << 10;

    /// <summary>Whether nothing is left to do.</summary>
    bool IsDone { get; }

    /// <summary>Makes the next piece, if the translations for it are there. The instruction is announced.</summary>
    /// <param name="binding">The context's configuration; null when it is not loaded.</param>
    /// <param name="miss">The first operand that has no translation, or one that leads nowhere, when there is one; nothing has been done then.</param>
    bool TryPiece(Binding<TSync>? binding, out Miss miss);
}
