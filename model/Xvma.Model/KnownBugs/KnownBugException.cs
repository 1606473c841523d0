namespace Xvma.Model;

/// <summary>A known bug cannot be read or does not apply to the sources.</summary>
public sealed class KnownBugException(string message) : Exception(message);
