using System.Collections.Immutable;

namespace Xvma.Tests.Messages;

/// <summary>A queue between two calls.</summary>
/// <param name="Slots">What has been taken and not been received, in the order of taking.</param>
/// <param name="Half">The half that is sent to.</param>
/// <param name="Used">Lines of it taken.</param>
/// <param name="Free">Bit by bit, the halves that a sender may turn to.</param>
/// <param name="ReceiveHalf">The half that is received from.</param>
/// <param name="Received">Lines of it received.</param>
/// <param name="HasPassed">Whether a receive has passed over what it had to, and has not received yet.</param>
/// <param name="IsStopped">Whether the queue takes no messages.</param>
internal sealed record QueueState(
    ImmutableArray<QueueSlot> Slots, int Half, int Used, int Free, int ReceiveHalf, int Received, bool HasPassed, bool IsStopped)
{
    public bool Equals(QueueState? other) => other is not null && Slots.AsSpan().SequenceEqual(other.Slots.AsSpan())
        && (Half, Used, Free, ReceiveHalf) == (other.Half, other.Used, other.Free, other.ReceiveHalf)
        && (Received, HasPassed, IsStopped) == (other.Received, other.HasPassed, other.IsStopped);

    public override int GetHashCode() => HashCode.Combine(Slots.Length, Half, Used, Free, ReceiveHalf, Received, HasPassed, IsStopped);
}

/// <summary>Lines that somebody has taken.</summary>
/// <param name="Word">Of which message; of a line left over, of the message that turned.</param>
/// <param name="Words">How many; 0 for a line left over.</param>
/// <param name="IsWhole">Whether the receiver may read it.</param>
internal readonly record struct QueueSlot(ulong Word, int Words, bool IsWhole)
{
    public int Lines => Words < 8 ? 1 : 2;
}
