namespace Xvma;

/// <summary>Thrown by the instructions without <c>Try</c> when they end in an exception of the device.</summary>
/// <param name="cause">Why.</param>
/// <param name="address">The operand's address; the first one for instructions with two, unless the second is at fault.</param>
public sealed class GruException(FaultCause cause, ExtendedAddress address)
    : Exception($"{cause} at {address}.")
{
    /// <summary>Why the instruction ended.</summary>
    public FaultCause Cause { get; } = cause;

    /// <summary>The address at fault.</summary>
    public ExtendedAddress Address { get; } = address;
}
