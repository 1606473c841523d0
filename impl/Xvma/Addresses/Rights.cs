namespace Xvma;

/// <summary>What may be done through a mapping. Writing implies reading, so the three values are ordered by inclusion.</summary>
[Flags]
public enum Rights
{
    /// <summary>Mapped, but every access is an exception.</summary>
    None = 0,

    /// <summary>Loads only.</summary>
    Read = 1,

    /// <summary>Loads, stores and atomic operations.</summary>
    ReadWrite = 3,
}
