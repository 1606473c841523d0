using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Braid;

/// <summary>JSON that carries its format, its version and the seal of <see cref="ScheduleSeal"/>.</summary>
internal static class SealedFile
{
    private const int MaxBytes = 1 << 30;

    public static byte[] Bytes<T>(T document, JsonTypeInfo<T> type) => ScheduleSeal.Seal(JsonSerializer.SerializeToUtf8Bytes(document, type));

    /// <summary>Reads a file of one format.</summary>
    /// <param name="path">Which file.</param>
    /// <param name="what">What messages call it.</param>
    /// <param name="format">The name in its <c>format</c> member.</param>
    /// <param name="newest">The latest version known.</param>
    /// <param name="type">How its document is read.</param>
    /// <param name="convert">Makes sense of the document, or throws a <see cref="FormatException"/> that says what makes none.</param>
    /// <exception cref="SealedFileException">It cannot be made use of.</exception>
    public static TResult Read<T, TResult>(string path, string what, string format, int newest, JsonTypeInfo<T> type, Func<T, TResult> convert)
    {
        var content = Content(path, what);
        if (JsonText.FlawOf(content) is { } flaw) throw Wrong(flaw);
        try
        {
            // In this order, so that a newer file is called newer and not altered, and an altered one altered and not senseless.
            using var json = JsonDocument.Parse(content);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format"u8, out var name)
                || name.ValueKind != JsonValueKind.String || !name.ValueEquals(format))
                throw Wrong($"is JSON, but not a {what}: its format is not '{format}'");
            if (root.TryGetProperty("version"u8, out var version) && version.ValueKind == JsonValueKind.Number
                && version.TryGetDecimal(out var number) && number > newest)
                throw Wrong($"is of format version {version}; this program knows up to {newest}");
            if (!ScheduleSeal.IsIntact(content)) throw Wrong("is not as it was saved: its checksum does not match its content");
            return convert(JsonSerializer.Deserialize(content, type) ?? throw new FormatException("it is null"));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw Wrong($"makes no sense: {error.Message}", error);
        }

        SealedFileException Wrong(string flaw, Exception? inner = null) => new($"{what} '{path}' {flaw}", inner);
    }

    private static byte[] Content(string path, string what)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length <= MaxBytes ? File.ReadAllBytes(path) : throw new SealedFileException($"{what} '{path}' is larger than {MaxBytes >> 20} MB");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SealedFileException($"{what} '{path}' does not exist", error);
        }
        catch (Exception error) when (error is (IOException and not SealedFileException) or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SealedFileException($"{what} '{path}' cannot be read: {error.Message}", error);
        }
    }
}
