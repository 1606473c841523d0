namespace Linearity.Models;

/// <summary>What is done to a lock.</summary>
public enum LockVerb
{
    /// <summary>Takes the lock, waiting for it.</summary>
    Enter,

    /// <summary>Takes the lock if it is free; false when not.</summary>
    TryEnter,

    /// <summary>Gives it back; false when the caller did not hold it.</summary>
    Exit,
}
