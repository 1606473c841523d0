using System.Collections.Immutable;

namespace Xvma.Model;

/// <summary>What a send or a receive has answered.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Sent">The word that the message sent is made of; 0 when none was sent.</param>
/// <param name="Received">The message received; empty when there was none.</param>
/// <param name="Answer">The answer, to be shown.</param>
internal readonly record struct PairMessage(ExtendedAddress Queue, ulong Sent, ImmutableArray<ulong> Received, string Answer)
{
    /// <inheritdoc/>
    public override string ToString() => Answer;
}
