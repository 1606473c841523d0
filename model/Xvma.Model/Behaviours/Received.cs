using System.Collections.Immutable;

namespace Xvma.Model;

/// <summary>How a receive ended.</summary>
/// <param name="Cause">None when it is complete.</param>
/// <param name="Status">What it has come to; meaningless after an exception.</param>
/// <param name="Words">The message, when there was one.</param>
public readonly record struct Received(FaultCause Cause, MessageStatus Status, ImmutableArray<ulong> Words)
{
    /// <summary>Whether it is a message.</summary>
    public bool IsMessage => Cause == FaultCause.None && Status == MessageStatus.Done;

    /// <inheritdoc/>
    public override string ToString() =>
        Cause != FaultCause.None ? $"exception: {Cause}" : Status == MessageStatus.Done ? $"[{string.Join(", ", Words)}]" : $"{Status}";
}
