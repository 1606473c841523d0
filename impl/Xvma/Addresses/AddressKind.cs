namespace Xvma;

/// <summary>What a 64-bit address is to an <see cref="AddressLayout"/> (ADR-1): every address is of exactly one kind.</summary>
public enum AddressKind
{
    /// <summary>
    /// Within the processor's own reach, from 0: ordinary memory, mapped by the kernel and none of this library's business.
    /// </summary>
    Processor,

    /// <summary>Between the processor's limit and the private base: nothing can be mapped, every access is an exception.</summary>
    Hole,

    /// <summary>Extended addresses of one task.</summary>
    Private,

    /// <summary>Extended addresses of a group: the same memory for all its members.</summary>
    Shared,
}
