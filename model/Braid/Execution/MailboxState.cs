namespace Braid;

/// <summary>A mailbox's counters in one integer: messages sent below, received above.</summary>
internal static class MailboxState
{
    public const long OneSent = 1;
    public const long OneReceived = 1L << 32;

    public static long Sent(long state) => state & 0xFFFF_FFFF;

    public static long Received(long state) => state >> 32;

    public static bool HasMessage(long state) => Sent(state) != Received(state);
}
