namespace Xvma.Observing;

/// <summary>A trace cannot be read: it is none, of another version, damaged or cut off.</summary>
/// <param name="line">The line, from 1; 0 when it is none in particular.</param>
/// <param name="reason">Why, in a few words.</param>
public sealed class TraceFormatException(long line, string reason) : Exception(line == 0 ? reason : $"line {line}: {reason}")
{
    /// <summary>The line, from 1; 0 when it is none in particular.</summary>
    public long Line { get; } = line;
}
