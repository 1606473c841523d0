namespace Braid;

/// <summary>What a result says of its rule; the words of SARIF 2.1.0, § 3.27.9.</summary>
public enum SarifKind
{
    /// <summary>It is broken.</summary>
    Fail,

    /// <summary>What was to be seen was seen: a planted bug was found.</summary>
    Pass,

    /// <summary>Not known: the budget ended first.</summary>
    Open,
}
