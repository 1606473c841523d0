namespace Xvma.Tests.Messages;

/// <summary>What a call has come to.</summary>
/// <param name="Status">As the library says it.</param>
/// <param name="Message">Of a receive, the message: its word and, in the low byte, how many of them.</param>
internal readonly record struct QueueAnswer(MessageStatus Status, ulong Message)
{
    public override string ToString() => Message == 0 ? $"{Status}" : $"{Message & 255} × {Message >> 8}";
}
