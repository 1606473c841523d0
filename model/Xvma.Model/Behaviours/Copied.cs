namespace Xvma.Model;

/// <summary>How a copy ended.</summary>
/// <param name="Cause">None when it is complete.</param>
/// <param name="Bytes">How many bytes have been copied.</param>
public readonly record struct Copied(FaultCause Cause, ulong Bytes)
{
    /// <inheritdoc/>
    public override string ToString() => Cause == FaultCause.None ? $"{Bytes} B" : $"exception: {Cause} after {Bytes} B";
}
