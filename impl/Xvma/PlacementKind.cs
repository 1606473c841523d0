namespace Xvma;

/// <summary>How much the address that a caller names counts.</summary>
public enum PlacementKind
{
    /// <summary>None is named: the lowest free one is taken (MAP-4).</summary>
    Anywhere,

    /// <summary>This one or none (MAP-3).</summary>
    Exact,

    /// <summary>This one when it is free, else any (MAP-12).</summary>
    Hint,

    /// <summary>This one, whatever is mapped there (MAP-13).</summary>
    Replace,
}
