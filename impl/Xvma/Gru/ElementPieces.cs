namespace Xvma;

/// <summary>A vector instruction: one operation on each of its elements, in order (INS-12).</summary>
internal ref struct ElementPieces<TSync, TOperation>(Elements elements, TOperation operation) : IPieces<TSync>
    where TSync : struct, Sync.ISync
    where TOperation : struct, IElementOperation, allows ref struct
{
    /// <summary>Elements that one piece has at most; each may be a cache line of its own.</summary>
    private const int Most = 1024;

    private readonly Elements elements = elements;
    private TOperation operation = operation;

    /// <summary>Elements done.</summary>
    public int Done { get; private set; }

    public readonly bool IsDone => Done == elements.Count;

    /// <summary>The next element, and those after it for as long as they are in its page: one translation serves them all.</summary>
    public bool TryPiece(Binding<TSync>? binding, out Miss miss)
    {
        var address = elements.AddressOf(Done);
        var place = -1;
        miss = new(address, TOperation.Access);
        if (binding?.Find(address, TOperation.Access, ref place) is not { } entry || !binding.Reaches(entry, ref miss)) return false;
        var end = Math.Min(elements.Count, Done + Most);
        do
        {
            operation.Perform(entry.ToMemory(address), elements.Width, Done);
            Done++;
        }
        while (Done < end && entry.Covers(address = elements.AddressOf(Done)));

        return true;
    }
}
