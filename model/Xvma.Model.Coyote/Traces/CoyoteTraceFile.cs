using System.Security.Cryptography;
using System.Text;

namespace Xvma.Model.Coyote;

/// <summary>
/// A trace as a file: a few header lines of ours, an empty line, then Coyote's own text, unchanged. The header says what to run, and its
/// checksum of the text tells a damaged file from a bug that has gone.
/// </summary>
public static class CoyoteTraceFile
{
    /// <summary>The first line of a file of this version.</summary>
    public const string Magic = "xvma coyote trace 1";

    private const string Family = "xvma coyote trace ";

    /// <summary>Writes the trace; an existing file is replaced.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, CoyoteTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var header = new StringBuilder().Append(Magic).Append('\n');
        Append(header, "scenario", trace.Scenario);
        if (trace.KnownBug is not null) Append(header, "known-bug", trace.KnownBug);
        Append(header, "engine", trace.Engine);
        Append(header, "failure", trace.Failure.Kind.ToString());
        Append(header, "identity", trace.Failure.Identity);
        Append(header, "message", trace.Failure.Message);
        Append(header, "sha256", Checksum(trace.Text));
        File.WriteAllText(path, header.Append('\n').Append(trace.Text).ToString());
    }

    /// <summary>Reads a trace; a file that is missing, foreign, of another version or damaged gives an error, not an exception.</summary>
    public static CoyoteTraceReading Read(string path)
    {
        string content;
        try
        {
            content = File.ReadAllText(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return CoyoteTraceReading.Failed(path, $"cannot be read ({unreadable.Message})");
        }

        if (!content.StartsWith(Family, StringComparison.Ordinal)) return CoyoteTraceReading.Failed(path, "is not a Coyote trace of xvma");
        if (!content.StartsWith(Magic + "\n", StringComparison.Ordinal))
            return CoyoteTraceReading.Failed(path, $"is of another format version than '{Magic}'");
        var end = content.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0
            ? CoyoteTraceReading.Failed(path, "is damaged: it ends within its header")
            : Parse(path, content[Magic.Length..end], content[(end + 2)..]);
    }

    private static CoyoteTraceReading Parse(string path, string header, string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in header.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0 || !fields.TryAdd(line[..colon], Unescape(line[(colon + 2)..])))
                return CoyoteTraceReading.Failed(path, $"is damaged: the header line '{line}' cannot be understood");
        }

        foreach (var required in (string[])["scenario", "engine", "failure", "identity", "message", "sha256"])
        {
            if (!fields.ContainsKey(required)) return CoyoteTraceReading.Failed(path, $"is damaged: its header has no '{required}'");
        }

        if (!Enum.TryParse<CoyoteFailureKind>(fields["failure"], out var kind) || !Enum.IsDefined(kind))
            return CoyoteTraceReading.Failed(path, $"is damaged: '{fields["failure"]}' is not a kind of failure");
        if (fields["sha256"] != Checksum(text)) return CoyoteTraceReading.Failed(path, "is damaged: its trace does not have the checksum in its header");
        var failure = new CoyoteFailure(kind, fields["identity"], fields["message"]);
        return new(new(fields["scenario"], fields.GetValueOrDefault("known-bug"), fields["engine"], failure, text), null);
    }

    private static void Append(StringBuilder header, string name, string value) =>
        header.Append(name).Append(": ").Append(Escape(value)).Append('\n');

    private static string Escape(string value) => value.ReplaceLineEndings("\n").Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    private static string Unescape(string value) => value
        .Replace(@"\\", "\0", StringComparison.Ordinal).Replace(@"\n", "\n", StringComparison.Ordinal).Replace('\0', '\\');

    private static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
