namespace Xvma.Cli;

/// <summary>Which engines check.</summary>
internal enum EngineChoice
{
    /// <summary>Braid exhaustively, and Microsoft Coyote for a part of the time.</summary>
    Both,

    /// <summary>Braid alone.</summary>
    Braid,

    /// <summary>Microsoft Coyote alone.</summary>
    Coyote,
}
