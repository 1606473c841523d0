namespace Linearity.Models;

/// <summary>What is done to a register.</summary>
public enum RegisterVerb
{
    /// <summary>Gives the value.</summary>
    Read,

    /// <summary>Replaces the value; gives 0.</summary>
    Write,

    /// <summary>Replaces the value; gives the one before.</summary>
    Exchange,

    /// <summary>Adds to the value; gives the one before.</summary>
    Add,

    /// <summary>Replaces the value when it is the expected one; gives the one before.</summary>
    CompareExchange,
}
