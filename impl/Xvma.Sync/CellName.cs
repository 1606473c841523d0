namespace Xvma.Sync;

/// <summary>How a trace names a cell: <c>range-active of space 2</c>. Costs nothing natively.</summary>
/// <param name="What">What the cell holds, in the words of the field, lower case.</param>
/// <param name="Owner">The kind of thing it belongs to, or null when it stands alone.</param>
/// <param name="Number">Which one of these, when <paramref name="Owner"/> is given.</param>
public readonly record struct CellName(string What, string? Owner = null, long Number = 0)
{
    /// <summary>Which of the owner's several, from 0; an observer needs to know, a reader of traces rarely does, so it is not shown.</summary>
    public int Part { get; init; }

    /// <summary>
    /// How a trace shows a number in the cell: of several things packed into a word, what they are. Null: as a number. Different numbers are to be shown
    /// differently, since what reads a trace compares what is shown.
    /// </summary>
    public Func<long, string>? Show { get; init; }

    /// <summary>A cell that stands alone.</summary>
    public static implicit operator CellName(string what) => new(what);

    /// <summary>A cell that stands alone.</summary>
    public static CellName FromString(string what) => new(what);

    /// <inheritdoc/>
    public override string ToString() => Owner is null ? What : $"{What} of {Owner} {Number}";
}
