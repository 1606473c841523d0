using Xvma.Sync;

namespace Xvma;

/// <summary>bstore: one value into every byte of a range (INS-5).</summary>
internal struct FillPieces<TSync>(ulong destination, ulong bytes, byte value) : IPieces<TSync>
    where TSync : struct, ISync
{
    /// <summary>Bytes filled.</summary>
    public ulong Done { get; private set; }

    public readonly bool IsDone => Done == bytes;

    public bool TryPiece(Binding<TSync>? binding, out Miss miss)
    {
        var to = destination + Done;
        var place = -1;
        miss = new(to, Access.Write);
        if (binding?.Find(to, Access.Write, ref place) is not { } writable || !binding.Reaches(writable, ref miss)) return false;
        var piece = Math.Min(Math.Min(bytes - Done, IPieces<TSync>.LargestPiece), writable.BytesFrom(to));
        SharedMemory<TSync>.Fill(writable.ToMemory(to), (long)piece, value);
        Done += piece;
        return true;
    }
}
