namespace Xvma.Observing;

/// <summary>The words of a trace. A line is one JSON object; the first is the header, the last says how many lines there are before it.</summary>
public static class TraceFormat
{
    /// <summary>What the header's <c>format</c> says.</summary>
    public const string Name = "xvma-trace";

    /// <summary>What the header's <c>version</c> says.</summary>
    public const int Version = 3;
}
