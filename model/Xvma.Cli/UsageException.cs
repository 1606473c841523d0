namespace Xvma.Cli;

/// <summary>The user asked for something that is not there; the message is the whole answer.</summary>
internal sealed class UsageException(string message) : Exception(message);
