namespace Tenet;

/// <summary>And, or.</summary>
public enum JunctionKind
{
    /// <summary>All of them.</summary>
    And,

    /// <summary>At least one of them.</summary>
    Or,
}
