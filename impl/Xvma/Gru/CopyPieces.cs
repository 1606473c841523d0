using Xvma.Sync;

namespace Xvma;

/// <summary>bcopy: bytes from one range to another, upwards (INS-5).</summary>
internal struct CopyPieces<TSync>(ulong source, ulong destination, ulong bytes) : IPieces<TSync>
    where TSync : struct, ISync
{
    /// <summary>Bytes copied.</summary>
    public ulong Done { get; private set; }

    public readonly bool IsDone => Done == bytes;

    public bool TryPiece(Binding<TSync>? binding, out Miss miss)
    {
        var (from, to) = (source + Done, destination + Done);
        int fromPlace = -1, toPlace = -1;
        miss = new(from, Access.Read, bytes - Done);
        if (binding?.Find(from, Access.Read, ref fromPlace) is not { } readable || !binding.Reaches(readable, ref miss)) return false;
        miss = new(to, Access.Write);
        if (binding.Find(to, Access.Write, ref toPlace) is not { } writable || !binding.Reaches(writable, ref miss)) return false;
        var piece = Math.Min(Math.Min(bytes - Done, IPieces<TSync>.LargestPiece), Math.Min(readable.BytesFrom(from), writable.BytesFrom(to)));
        SharedMemory<TSync>.Copy(readable.ToMemory(from), writable.ToMemory(to), (long)piece);
        Done += piece;
        return true;
    }
}
