namespace Linearity.Models;

/// <summary>What is done to a set.</summary>
public enum SetVerb
{
    /// <summary>Puts an element in; true when it was not there.</summary>
    Add,

    /// <summary>Takes an element out; true when it was there.</summary>
    Remove,

    /// <summary>Whether an element is there.</summary>
    Contains,
}
