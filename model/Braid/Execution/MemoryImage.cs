namespace Braid;

/// <summary>Bytes taken out of memory; what lies between the pieces is zero.</summary>
internal sealed class MemoryImage
{
    private List<(long Offset, byte[] Bytes)> pieces = [];

    public IReadOnlyList<(long Offset, byte[] Bytes)> Pieces => pieces;

    public void Add(long offset, byte[] bytes) => pieces.Add((offset, bytes));

    /// <summary>Whether the first half of the copy was performed into this very image.</summary>
    public bool IsTaken { get; set; }

    public void TakeFrom(MemoryImage other) => pieces = other.pieces;
}
