namespace Braid;

/// <summary>How a trace is laid out as text.</summary>
public sealed record DisplayOptions
{
    /// <summary>The narrowest output, in characters.</summary>
    public const int MinWidth = 80;

    /// <summary>The widest output, in characters: beyond it the eye loses the row.</summary>
    public const int MaxWidth = 200;

    /// <summary>How much is shown.</summary>
    public DisplayDetail Detail { get; init; } = DisplayDetail.Brief;

    /// <summary>What it may be written with.</summary>
    public DisplayCharacters Characters { get; init; } = DisplayCharacters.Unicode;

    /// <summary>The longest line, in characters; brought into <see cref="MinWidth"/> … <see cref="MaxWidth"/>.</summary>
    public int Width { get => width; init => width = Math.Clamp(value, MinWidth, MaxWidth); }

    /// <summary>The most rows shown; of more, the middle is left out and a line says so. At least 20.</summary>
    public int MaxRows { get => maxRows; init => maxRows = Math.Max(20, value); }

    private readonly int width = 100;
    private readonly int maxRows = 400;
}
