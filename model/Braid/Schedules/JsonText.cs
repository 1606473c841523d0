using System.Text.Json;

namespace Braid;

/// <summary>Says where a text stops being JSON, and whether that is because it was cut off.</summary>
internal static class JsonText
{
    /// <summary>What is wrong and where, lines and bytes counted from 1; null when it is JSON.</summary>
    public static string? FlawOf(ReadOnlySpan<byte> text)
    {
        if (text.TrimStart(" \t\r\n"u8).IsEmpty) return "is empty";
        try
        {
            // Not the final block: a text that ends too early is then told apart from one that goes wrong.
            var reader = new Utf8JsonReader(text, isFinalBlock: false, state: default);
            while (reader.Read())
            {
            }
            return reader.CurrentDepth == 0 && reader.BytesConsumed > 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray
                ? null
                : WholeValue(text);
        }
        catch (JsonException error)
        {
            return Described(error);
        }
    }

    // A number or a name alone is whole only when nothing can follow; so is nothing of an object that is still open.
    private static string? WholeValue(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            while (reader.Read())
            {
            }
            return null;
        }
        catch (JsonException)
        {
            return $"is cut off: it ends at line {text.Count((byte)'\n') + 1}, byte {text.Length - text.LastIndexOf((byte)'\n')}, in the middle of its JSON";
        }
    }

    private static string Described(JsonException error) =>
        $"is not JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}: {Short(error.Message)}";

    private static string Short(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is var at and >= 0 ? message[..at] : message;
}
