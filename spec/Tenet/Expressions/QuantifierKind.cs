namespace Tenet;

/// <summary>For all, for some.</summary>
public enum QuantifierKind
{
    /// <summary>For all.</summary>
    All,

    /// <summary>For some.</summary>
    Some,
}
