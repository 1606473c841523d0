using System.Text.Json;

namespace Braid;

/// <summary>Keeps a failure as one file that replays it: JSON, sealed by a checksum, readable by people and by diff.</summary>
public static class ScheduleFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 64 << 20;

    /// <summary>Saves a schedule, whole or not at all; replaces what was there, makes missing folders.</summary>
    /// <exception cref="ScheduleFileException">The system refused; nothing has changed.</exception>
    public static void Write(string path, SavedSchedule saved)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(saved);
        AtomicFile.Write(path, ScheduleContent.Write(saved));
    }

    /// <summary>Reads a schedule. Never throws for what a file or the system may do; whether the scenario exists is for the caller to say.</summary>
    public static ScheduleReadResult TryRead(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var limited = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = file.Read(buffer)) > 0; limited.Write(buffer, 0, read))
                if (limited.Length + read > MaxBytes) return Failed(ScheduleProblem.Unreadable, path, $"is larger than {MaxBytes >> 20} MB");
            return TryParse(path, limited.ToArray());
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed(ScheduleProblem.NotFound, path, "does not exist");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Failed(ScheduleProblem.Unreadable, path, $"cannot be read: {error.Message}");
        }
    }

    /// <summary>Reads a schedule out of the bytes of a file.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="content">UTF-8.</param>
    public static ScheduleReadResult TryParse(string name, ReadOnlyMemory<byte> content)
    {
        if (JsonText.FlawOf(content.Span) is { } flaw) return Failed(ScheduleProblem.NotJson, name, flaw);
        try
        {
            // In this order, so that a newer file is called newer and not altered, and an altered one altered and not senseless.
            return Foreign(name, content)
                ?? (ScheduleSeal.IsIntact(content.Span) ? Content(name, content.Span)
                    : Failed(ScheduleProblem.Altered, name, "is not as it was saved: its checksum does not match its content"));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)      // the latter for text that is no Unicode
        {
            return Failed(ScheduleProblem.Malformed, name, $"is a schedule that makes no sense: {error.Message}");
        }
    }

    private static ScheduleReadResult? Foreign(string name, ReadOnlyMemory<byte> content)
    {
        using var json = JsonDocument.Parse(content);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("format"u8, out var format)
            || format.ValueKind != JsonValueKind.String
            || !format.ValueEquals(ScheduleDocument.FormatName))
            return Failed(ScheduleProblem.ForeignFormat, name, $"is JSON, but not a schedule: its format is not '{ScheduleDocument.FormatName}'");

        return root.TryGetProperty("version"u8, out var version)
            && version.ValueKind == JsonValueKind.Number
            && version.TryGetDecimal(out var number)
            && number > Schedule.CurrentFormatVersion
            ? Failed(ScheduleProblem.NewerVersion, name, $"is of format version {version}; this program knows up to {Schedule.CurrentFormatVersion}")
            : null;
    }

    private static ScheduleReadResult Content(string name, ReadOnlySpan<byte> content)
    {
        var flaw = "it is null";
        var saved = JsonSerializer.Deserialize(content, ScheduleJson.Strict.ScheduleDocument) is { } document
            ? ScheduleContent.Read(document, out flaw) : null;
        return saved is not null ? ScheduleReadResult.Of(saved)
            : Failed(ScheduleProblem.Malformed, name, $"is a schedule that makes no sense: {flaw}");
    }

    private static ScheduleReadResult Failed(ScheduleProblem problem, string name, string what) =>
        ScheduleReadResult.Failed(problem, $"schedule '{name}' {what}");
}
