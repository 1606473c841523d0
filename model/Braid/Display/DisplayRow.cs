namespace Braid;

/// <summary>One row of the picture, before it has a place on the line.</summary>
/// <param name="Thread">Whose column it stands in; −1 when it belongs to nobody.</param>
/// <param name="Number">The step's number, from 1; null for what is no step: a call's begin and end, a note.</param>
/// <param name="Depth">How many calls it stands inside of.</param>
/// <param name="Text">What to say.</param>
internal sealed record DisplayRow(int Thread, int? Number, int Depth, string Text)
{
    /// <summary>Whether this row ends the call it stands inside of.</summary>
    public bool Returns { get; init; }

    /// <summary>Whether this row begins a call.</summary>
    public bool IsCall { get; init; }

    /// <summary>Why this is the failing step; null when it is not.</summary>
    public string? Reason { get; init; }
}
