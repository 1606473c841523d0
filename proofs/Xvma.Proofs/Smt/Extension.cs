namespace Xvma.Proofs.Smt;

/// <summary>What a word that gets more bits is filled up with.</summary>
public enum Extension
{
    /// <summary>Zeros: it was unsigned.</summary>
    Zero,

    /// <summary>Its top bit: it was signed.</summary>
    Sign,
}
