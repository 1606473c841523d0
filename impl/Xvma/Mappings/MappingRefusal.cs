namespace Xvma;

/// <summary>Why a change to a <see cref="MappingMap{TBacking}"/> was refused; a refused change changes nothing.</summary>
public enum MappingRefusal
{
    /// <summary>It was not.</summary>
    None = 0,

    /// <summary>The new mapping would share a byte with one that is there (MAP-3).</summary>
    Overlaps,

    /// <summary>The range ends inside a page of a mapping: pages are not divided (MAP-7).</summary>
    SplitsPage,
}
