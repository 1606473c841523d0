namespace Xvma.Model.Coyote;

/// <summary>A trace read from a file, or why it could not be.</summary>
/// <param name="Trace">The trace; null exactly when <paramref name="Error"/> is not.</param>
/// <param name="Error">One sentence for the user; null when the file was read.</param>
public readonly record struct CoyoteTraceReading(CoyoteTrace? Trace, string? Error)
{
    /// <summary>Whether the file was read.</summary>
    public bool IsOk => Trace is not null;

    internal static CoyoteTraceReading Failed(string path, string why) => new(null, $"{path}: {why}");
}
