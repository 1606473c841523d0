namespace Xvma.Model;

/// <summary>How a message instruction that gives nothing back ended.</summary>
/// <param name="Cause">None when it is complete.</param>
/// <param name="Status">What it has come to; meaningless after an exception.</param>
public readonly record struct Sent(FaultCause Cause, MessageStatus Status)
{
    /// <inheritdoc/>
    public override string ToString() => Cause == FaultCause.None ? $"{Status}" : $"exception: {Cause}";
}
