namespace Xvma;

/// <summary>A message instruction: all of it in one piece, under one announcement, so that it happens whole or not at all (MSG-4).</summary>
internal ref struct MessagePieces<TSync, TOperation>(ulong queue, TOperation operation) : IPieces<TSync>
    where TSync : struct, Sync.ISync
    where TOperation : struct, IMessageOperation, allows ref struct
{
    private TOperation operation = operation;

    /// <summary>The instruction; what it has to say is in there once it is done.</summary>
    public readonly TOperation Operation => operation;

    /// <summary>What it has come to.</summary>
    public MessageStatus Status { get; private set; }

    public bool IsDone { get; private set; }

    public bool TryPiece(Binding<TSync>? binding, out Miss miss)
    {
        var place = -1;
        miss = new(queue, Access.Write);
        if (binding?.Find(queue, Access.Write, ref place) is not { } entry || !binding.Reaches(entry, ref miss)) return false;
        Status = operation.Perform(entry.ToMemory(queue), entry.BytesFrom(queue));
        IsDone = true;
        return true;
    }
}
