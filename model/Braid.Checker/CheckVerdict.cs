namespace Braid.Checker;

/// <summary>Whether a certificate is true.</summary>
public enum CheckVerdict
{
    /// <summary>The program has these executions and no others.</summary>
    Valid,

    /// <summary>It has not.</summary>
    Differs,

    /// <summary>There was not enough time to know.</summary>
    Inconclusive,
}
